import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { file, fileVersion } from "@/db/schema/files";
import { organization } from "@/db/schema/identity";
import { useTestDatabase } from "@/db/testing";
import { createContact } from "@/server/crm/contacts";
import { createDeal, updateDeal } from "@/server/crm/deals";
import { getRecord } from "@/server/crm/registry";
import { createCustomField } from "@/server/fields";
import { asWorker, type Context } from "@/server/platform";
import { eventsOf, makeMember, makeWorkspace, type Workspace } from "@/server/testing/fixtures";
import {
  addFile,
  addVersion,
  type Incoming,
  listFiles,
  openVersion,
  removeFile,
  renameFile,
  restoreFile,
  sweepFiles,
} from "./index";

useTestDatabase();

const usual = { ...process.env };
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pult-files-"));
  process.env.DATA_DIR = folder;
});
afterAll(async () => {
  process.env.DATA_DIR = usual.DATA_DIR ?? "";
  await rm(folder, { recursive: true });
});

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const gif = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
const pdf = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF");

function upload(bytes: Buffer | string, announced?: number): Incoming {
  const data = Buffer.from(bytes);
  return { body: new Blob([data]).stream() as Incoming["body"], size: announced ?? data.length };
}

const dealIn = async (w: Workspace, ctx: Context = w.owner) =>
  (await createDeal(ctx, { title: "Windows", stageId: w.stages.fresh })).id;

const put = (ctx: Context, recordId: string | null, bytes: Buffer | string = "text", name = "a.txt") =>
  addFile(ctx, { recordId, name }, upload(bytes));

const gone = { code: "NOT_FOUND" };
const refused = { code: "FORBIDDEN" };

describe("a file of a record", () => {
  it("is kept as it came, with what it is by its bytes", async () => {
    const w = await makeWorkspace();
    const recordId = await dealIn(w);
    const bytes = randomBytes(300_000);
    const added = await put(w.owner, recordId, bytes, "Смета №1.bin");
    expect(added).toMatchObject({
      name: "Смета №1.bin",
      versions: [{ number: 1, size: 300_000, mediaType: "application/octet-stream", inline: false }],
    });
    const opened = await openVersion(w.owner, { fileId: added.id, number: 1 });
    expect((await buffer(opened.bytes)).equals(bytes)).toBe(true);
    const [row] = await asWorker((tx) =>
      tx.select().from(fileVersion).where(eq(fileVersion.fileId, added.id)),
    );
    expect(row?.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(row?.storageKey).toBe(`${w.owner.organizationId}/${row?.id}`);
    expect(await listFiles(w.owner, { recordId })).toEqual([added]);
    expect(await eventsOf(recordId)).toEqual(["deal.created", "file.added"]);
  });

  it("keeps every version, and each is opened as it was", async () => {
    const w = await makeWorkspace();
    const recordId = await dealIn(w);
    const { id: fileId } = await put(w.owner, recordId, "first");
    const both = await Promise.all(
      ["second", "third"].map((text) => addVersion(w.owner, { fileId }, upload(text))),
    );
    expect(new Set(both.map((info) => info.versions[0]?.number))).toEqual(new Set([2, 3]));
    const texts = [];
    for (const number of [1, 2, 3]) {
      texts.push(String(await buffer((await openVersion(w.owner, { fileId, number })).bytes)));
    }
    expect(texts[0]).toBe("first");
    expect(texts.sort()).toEqual(["first", "second", "third"]);
    await expect(openVersion(w.owner, { fileId, number: 4 })).rejects.toMatchObject(gone);
    expect((await eventsOf(recordId)).filter((name) => name === "file.version_added")).toHaveLength(2);
  });

  it("is renamed, removed and brought back, and history tells", async () => {
    const w = await makeWorkspace();
    const recordId = await dealIn(w);
    const { id: fileId } = await put(w.owner, recordId);
    await renameFile(w.owner, { fileId, name: "b.txt" });
    await renameFile(w.owner, { fileId, name: "b.txt" });
    await removeFile(w.owner, { fileId });
    expect(await listFiles(w.owner, { recordId })).toEqual([]);
    await expect(openVersion(w.owner, { fileId, number: 1 })).rejects.toMatchObject(gone);
    await expect(addVersion(w.owner, { fileId }, upload("x"))).rejects.toMatchObject(gone);
    await restoreFile(w.owner, { fileId });
    expect(await listFiles(w.owner, { recordId })).toMatchObject([{ id: fileId, name: "b.txt" }]);
    await expect(restoreFile(w.owner, { fileId })).rejects.toMatchObject(gone);
    expect(await eventsOf(recordId)).toEqual([
      "deal.created",
      "file.added",
      "file.renamed",
      "file.removed",
      "file.restored",
    ]);
  });

  it("is for those who may see the record, and changed by those who may edit it", async () => {
    const w = await makeWorkspace();
    const [observer, seller] = [await makeMember(w, "observer"), await makeMember(w, "sales", "Sara")];
    const recordId = await dealIn(w);
    const { id: fileId } = await put(w.owner, recordId);
    const open = (ctx: Context) => openVersion(ctx, { fileId, number: 1 });
    expect(await listFiles(observer, { recordId })).toHaveLength(1);
    expect(String(await buffer((await open(observer)).bytes))).toBe("text");
    await expect(put(observer, recordId)).rejects.toMatchObject(refused);
    await expect(addVersion(observer, { fileId }, upload("x"))).rejects.toMatchObject(refused);
    await expect(renameFile(observer, { fileId, name: "x" })).rejects.toMatchObject(refused);
    await expect(removeFile(observer, { fileId })).rejects.toMatchObject(refused);
    await expect(listFiles(seller, { recordId })).rejects.toMatchObject(gone);
    await expect(open(seller)).rejects.toMatchObject(gone);
    await expect(put(seller, recordId)).rejects.toMatchObject(gone);
    await removeFile(w.owner, { fileId });
    await expect(restoreFile(observer, { fileId })).rejects.toMatchObject(refused);
  });

  it("does not exist for another workspace", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const recordId = await dealIn(w);
    const { id: fileId } = await put(w.owner, recordId);
    await expect(listFiles(other.owner, { recordId })).rejects.toMatchObject(gone);
    await expect(openVersion(other.owner, { fileId, number: 1 })).rejects.toMatchObject(gone);
    await expect(put(other.owner, recordId)).rejects.toMatchObject(gone);
    await expect(addVersion(other.owner, { fileId }, upload("x"))).rejects.toMatchObject(gone);
    await expect(renameFile(other.owner, { fileId, name: "x" })).rejects.toMatchObject(gone);
    await expect(removeFile(other.owner, { fileId })).rejects.toMatchObject(gone);
    await removeFile(w.owner, { fileId });
    await expect(restoreFile(other.owner, { fileId })).rejects.toMatchObject(gone);
  });
});

describe("what is shown on a page", () => {
  const script = "<script>alert(1)</script>";
  const svg = `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`;

  it.each<[string, Buffer | string, string, boolean]>([
    ["a picture", png, "image/png", true],
    ["another", gif, "image/gif", true],
    ["a PDF", pdf, "application/pdf", true],
    ["SVG", svg, "application/octet-stream", false],
    ["SVG as XML", `<?xml version="1.0"?>${svg}`, "application/xml", false],
    ["HTML called .png", `<html>${script}</html>`, "application/octet-stream", false],
    ["a GIF that is a page too", Buffer.concat([gif, Buffer.from(script)]), "image/gif", false],
    ["a PNG with SVG after it", Buffer.concat([png, Buffer.from(svg)]), "image/png", false],
    [
      "a PDF with a page far inside",
      Buffer.concat([pdf, Buffer.alloc(65_530), Buffer.from("<HTML>")]),
      "application/pdf",
      false,
    ],
    ["a program", Buffer.concat([Buffer.from("MZ"), Buffer.alloc(100)]), "application/x-msdownload", false],
    ["nothing", "", "application/octet-stream", false],
  ])("%s is told by its bytes", async (_what, bytes, mediaType, inline) => {
    const w = await makeWorkspace();
    const { versions } = await put(w.owner, await dealIn(w), bytes, "picture.png");
    expect(versions).toMatchObject([{ mediaType, inline }]);
  });
});

describe("an upload", () => {
  it("is refused when it is too large, before or while it comes, and leaves nothing", async () => {
    const w = await makeWorkspace();
    const recordId = await dealIn(w);
    process.env.FILE_MAX_MB = "0.001";
    const large = Buffer.alloc(2_000);
    const tooLarge = { code: "FILE_TOO_LARGE", status: 413, data: { megabytes: 0.001 } };
    for (const announced of [2_000, 10]) {
      const sent = addFile(w.owner, { recordId, name: "a" }, upload(large, announced));
      await expect(sent).rejects.toMatchObject(tooLarge);
    }
    const silent = addFile(w.owner, { recordId, name: "a" }, { ...upload(large), size: null });
    await expect(silent).rejects.toMatchObject(tooLarge);
    process.env.FILE_MAX_MB = "";
    expect(await listFiles(w.owner, { recordId })).toEqual([]);
    expect(await readdir(join(folder, "files", "incoming"))).toEqual([]);
  });

  it("is refused when it did not come whole", async () => {
    const w = await makeWorkspace();
    const recordId = await dealIn(w);
    const cut = addFile(w.owner, { recordId, name: "a" }, upload("half", 8));
    await expect(cut).rejects.toMatchObject({ code: "FILE_CUT_OFF" });
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(Buffer.from("ha"));
        controller.error(new Error("connection lost"));
      },
    });
    const lost = addFile(w.owner, { recordId, name: "a" }, { body: broken as Incoming["body"], size: 4 });
    await expect(lost).rejects.toMatchObject({ code: "FILE_CUT_OFF" });
    expect(await readdir(join(folder, "files", "incoming"))).toEqual([]);
  });

  it("is refused when the workspace's room is used up, two at once too", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const recordId = await dealIn(w);
    process.env.FILE_QUOTA_MB = "0.001";
    const half = Buffer.alloc(700);
    const results = await Promise.allSettled([put(w.owner, recordId, half), put(w.owner, recordId, half)]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(put(w.owner, recordId, half)).rejects.toMatchObject({ code: "FILE_QUOTA" });
    await put(other.owner, await dealIn(other), half);
    process.env.FILE_QUOTA_MB = "";
    expect(await readdir(join(folder, "files", w.owner.organizationId))).toHaveLength(1);
  });

  it.each([
    ["report.pdf", "report.pdf"],
    ["C:\\fakepath\\report.pdf", "report.pdf"],
    ["../../etc/passwd", "passwd"],
    ["invoice\u202efdp.exe", "invoicefdp.exe"],
    ["  two\n lines.txt ", "two lines.txt"],
    ["a\u0000b", null],
    ["\ud800.txt", null],
    ["", null],
    ["..", null],
    ["x".repeat(201), null],
  ])("called %j is shown as %j", async (given, shown) => {
    const w = await makeWorkspace();
    const added = put(w.owner, await dealIn(w), "x", given);
    if (shown === null) await expect(added).rejects.toMatchObject({ code: "INVALID", field: "name" });
    else expect(await added).toMatchObject({ name: shown });
  });
});

describe("a field that holds files", () => {
  const field = (w: Workspace, entity: "deal" | "contact" = "deal") =>
    createCustomField(w.owner, { entity, type: "file", label: "Papers" });
  const value = (ctx: Context, id: string, key: string) =>
    getRecord(ctx, { entity: "deal", id }).then(({ record }) => record.values[key]);

  it("takes what was uploaded into a form, once the record is there", async () => {
    const w = await makeWorkspace();
    const { key } = await field(w, "contact");
    const seller = await makeMember(w, "sales");
    const { id } = await put(seller, null, "scan", "scan.txt");
    await expect(openVersion(w.owner, { fileId: id, number: 1 })).rejects.toMatchObject(gone);
    const custom = { [key]: [{ id, name: "another name" }] };
    await expect(createContact(w.owner, { name: "Olga", custom })).rejects.toMatchObject({ field: key });
    const contact = await createContact(seller, { name: "Olga", custom });
    const { record } = await getRecord(w.owner, { entity: "contact", id: contact.id });
    expect(record.values[key]).toEqual([{ id, name: "scan.txt" }]);
    expect(await listFiles(w.owner, { recordId: contact.id })).toMatchObject([{ id }]);
  });

  it("takes the record's own files, and no other record's or workspace's", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const { key } = await field(w);
    const [dealId, another] = [await dealIn(w), await dealIn(w)];
    const set = (ids: string[]) =>
      updateDeal(w.owner, { dealId, changes: {}, custom: { [key]: ids.map((id) => ({ id, name: "x" })) } });
    const own = await put(w.owner, dealId);
    await set([own.id]);
    expect(await value(w.owner, dealId, key)).toEqual([{ id: own.id, name: "a.txt" }]);
    const wrong = { code: "INVALID", field: key };
    await expect(set([(await put(w.owner, another)).id])).rejects.toMatchObject(wrong);
    const theirs = await put(other.owner, await dealIn(other));
    await expect(set([own.id, theirs.id])).rejects.toMatchObject(wrong);
    const removed = await put(w.owner, dealId);
    await removeFile(w.owner, { fileId: removed.id });
    await expect(set([removed.id])).rejects.toMatchObject(wrong);
    await removeFile(w.owner, { fileId: own.id });
    await set([own.id]);
    await set([]);
    expect(await value(w.owner, dealId, key)).toBeNull();
  });
});

describe("the sweep", () => {
  const later = (days: number) => new Date(Date.now() + days * 86_400_000);

  it("lets go of files removed long ago, forms never saved and workspaces deleted, with their bytes", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const recordId = await dealIn(w);
    const [kept, removed, forgotten] = [
      await put(w.owner, recordId),
      await put(w.owner, recordId),
      await put(w.owner, null),
    ];
    await put(other.owner, await dealIn(other));
    await removeFile(w.owner, { fileId: removed.id });
    await sweepFiles(new Date());
    const left = () =>
      asWorker((tx) =>
        tx.select({ id: file.id }).from(file).where(eq(file.organizationId, w.owner.organizationId)),
      );
    expect(await left()).toHaveLength(3);

    await asWorker((tx) => tx.delete(organization).where(eq(organization.id, other.owner.organizationId)));
    await sweepFiles(later(2));
    expect((await left()).map(({ id }) => id)).not.toContain(forgotten.id);
    expect(await left()).toHaveLength(2);
    expect(await readdir(join(folder, "files", other.owner.organizationId))).toEqual([]);
    await sweepFiles(later(40));
    expect(await left()).toEqual([{ id: kept.id }]);
    const [only = ""] = await readdir(join(folder, "files", w.owner.organizationId));
    expect(await readFile(join(folder, "files", w.owner.organizationId, only), "utf8")).toBe("text");
  });

  it("clears up after uploads that a process took to its grave", async () => {
    const w = await makeWorkspace();
    await put(w.owner, await dealIn(w));
    const path = join(folder, "files", "incoming", "half");
    await writeFile(path, "half");
    await utimes(path, new Date(0), new Date(0));
    await sweepFiles(new Date());
    expect(await readdir(join(folder, "files", "incoming"))).toEqual([]);
  });
});
