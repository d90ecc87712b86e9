import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { AppError, log } from "@/server/platform";
import { maxBytes, maxMegabytes } from "./limits";
import { type Media, mediaOf } from "./media-type";
import { incomingFolder } from "./storage/chosen";

/** Bytes on their way in, and how many were announced; null when nobody said. */
export type Incoming = { body: ReadableStream<Uint8Array> | null; size: number | null };

/** An upload that is here whole, in a file of its own until it is stored. */
export type Received = Media & { path: string; size: number; sha256: string };

/**
 * Takes an upload in, lets `keep` store it, and clears up after both.
 * @throws FILE_TOO_LARGE as soon as that is known, FILE_CUT_OFF when less came than was announced
 */
export async function receiving<T>(incoming: Incoming, keep: (received: Received) => Promise<T>): Promise<T> {
  if (incoming.size !== null && incoming.size > maxBytes()) throw tooLarge();
  const folder = incomingFolder();
  await mkdir(folder, { recursive: true });
  const path = join(folder, randomUUID());
  try {
    const facts = await write(incoming, path);
    return await keep({ path, ...facts, ...(await mediaOf(path)) });
  } finally {
    await rm(path, { force: true });
  }
}

async function write({ body, size: announced }: Incoming, path: string) {
  const hash = createHash("sha256");
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      if (size > maxBytes()) done(tooLarge());
      else done(null, chunk);
    },
  });
  const source = body ? Readable.fromWeb(body) : Readable.from([]);
  try {
    await pipeline(source, measure, createWriteStream(path));
  } catch (err) {
    if (err instanceof AppError) throw err;
    log.info({ err, size, announced }, "an upload was cut off");
    throw new AppError("FILE_CUT_OFF");
  }
  if (announced !== null && announced !== size) throw new AppError("FILE_CUT_OFF");
  return { size, sha256: hash.digest("hex") };
}

function tooLarge(): AppError {
  return new AppError("FILE_TOO_LARGE", { megabytes: maxMegabytes() }, { field: "file" });
}
