import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { diskStorage } from "./disk";
import { fakeS3 } from "./fake-s3.fixture";
import { s3Storage } from "./s3";
import { type FileStorage, storageKey } from "./storage";

let folder: string;
let bucket: Awaited<ReturnType<typeof fakeS3>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pult-files-"));
  await mkdir(join(folder, "incoming"));
  bucket = await fakeS3();
});
afterAll(async () => {
  await bucket.stop();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  bucket.misbehave.length = 0;
});

const inBucket = () => s3Storage({ ...bucket.settings, silenceMs: 300, pauseMs: 1 });
const failed = { code: "FILE_STORE_FAILED" };

async function stored(storage: FileStorage, bytes: Buffer, key = storageKey(randomUUID(), randomUUID())) {
  const path = join(folder, "incoming", randomUUID());
  await writeFile(path, bytes);
  await storage.put(key, path, {
    size: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  });
  return key;
}

async function keysOf(storage: FileStorage) {
  const keys: string[] = [];
  for await (const { key, modifiedAt } of storage.list()) {
    expect(Math.abs(Date.now() - modifiedAt.getTime())).toBeLessThan(600_000);
    keys.push(key);
  }
  return keys;
}

describe.each([
  ["a folder", () => diskStorage(folder)],
  ["a bucket", inBucket],
])("%s", (_name, storageOf) => {
  it.each([0, 1, 3_000_000])("gives %i bytes back as they were", async (size) => {
    const storage = storageOf();
    const bytes = randomBytes(size);
    const key = await stored(storage, bytes);
    expect((await buffer(await storage.get(key))).equals(bytes)).toBe(true);
  });

  it("lists what there is, page after page, and forgets what is removed", async () => {
    const storage = storageOf();
    const keys = [];
    for (let n = 0; n < 5; n++) keys.push(await stored(storage, Buffer.from(`${n}`)));
    expect(await keysOf(storage)).toEqual(expect.arrayContaining(keys));
    const [first = ""] = keys;
    await storage.remove(first);
    await storage.remove(first);
    expect(await keysOf(storage)).not.toContain(first);
    await expect(storage.get(first)).rejects.toMatchObject(failed);
  });
});

describe("a folder", () => {
  it("takes an upload over instead of copying it", async () => {
    const path = join(folder, "incoming", "a whole upload");
    await writeFile(path, "x");
    await diskStorage(folder).put(storageKey(randomUUID(), randomUUID()), path, { size: 1, sha256: "" });
    expect(await readdir(join(folder, "incoming"))).not.toContain("a whole upload");
  });

  it("is empty before anything was put in", async () => {
    expect(await keysOf(diskStorage(join(folder, "not there")))).toEqual([]);
  });
});

describe("a bucket", () => {
  it("leaves alone what is not ours", async () => {
    bucket.objects.set("somebody/else", { body: Buffer.from("x"), modifiedAt: new Date(0) });
    bucket.objects.set("files/notes.txt", { body: Buffer.from("x"), modifiedAt: new Date(0) });
    const keys = await keysOf(inBucket());
    expect(keys.filter((key) => !/^[0-9a-f-]{36}\/[0-9a-f-]{36}$/.test(key))).toEqual([]);
  });

  it.each(["fault", "silence", "cut"] as const)("is asked again after %s", async (wrong) => {
    const storage = inBucket();
    bucket.misbehave.push(wrong, wrong);
    const key = await stored(storage, Buffer.from("bytes"));
    if (wrong !== "cut") bucket.misbehave.push(wrong);
    expect(String(await buffer(await storage.get(key)))).toBe("bytes");
  });

  it.each(["fault", "silence", "cut"] as const)("is given up on after three times %s", async (wrong) => {
    const before = bucket.objects.size;
    bucket.misbehave.push(wrong, wrong, wrong);
    await expect(stored(inBucket(), Buffer.from("bytes"))).rejects.toMatchObject(failed);
    expect(bucket.objects.size).toBe(before);
  });

  it("does not pass half a file for a whole one", async () => {
    const storage = inBucket();
    const key = await stored(storage, randomBytes(200_000));
    bucket.misbehave.push("cut");
    await expect(storage.get(key).then(buffer)).rejects.toThrow();
  });

  it("is not asked twice with a wrong key", async () => {
    const asked = bucket.seen.length;
    const storage = s3Storage({ ...bucket.settings, secretAccessKey: "another", pauseMs: 1 });
    await expect(storage.get(storageKey(randomUUID(), randomUUID()))).rejects.toMatchObject(failed);
    expect(bucket.seen.length).toBe(asked + 1);
  });
});
