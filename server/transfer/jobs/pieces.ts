import { and, asc, eq } from "drizzle-orm";
import { importPiece } from "@/db/schema/transfer";
import { AppError, type Context, inOrganization } from "@/server/platform";
import type { Bytes } from "../read/bytes";

const PIECE = 1024 * 1024;
const LARGEST_FILE = 100 * 1024 * 1024;

/** Keeps a file as it streams in. @returns its size @throws TOO_LARGE past 100 MB */
export async function keepFile(ctx: Context, importId: string, bytes: Bytes): Promise<number> {
  let held: Uint8Array[] = [];
  let length = 0;
  let size = 0;
  let number = 0;
  async function keep(): Promise<void> {
    if (length === 0) return;
    const whole = Buffer.concat(held);
    for (let at = 0; at < whole.length; at += PIECE) {
      const piece = { importId, number: number++, bytes: whole.subarray(at, at + PIECE) };
      // A transaction each: a file may take minutes to come.
      await inOrganization(ctx, (tx) =>
        tx.insert(importPiece).values({ organizationId: ctx.organizationId, ...piece }),
      );
    }
    held = [];
    length = 0;
  }
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > LARGEST_FILE) throw new AppError("TOO_LARGE");
    held.push(chunk);
    length += chunk.length;
    if (length >= PIECE) await keep();
  }
  await keep();
  return size;
}

/** The file again, a piece at a time. */
export async function* fileBytes(ctx: Context, importId: string): AsyncGenerator<Uint8Array> {
  for (let number = 0; ; number++) {
    const [piece] = await inOrganization(ctx, (tx) =>
      tx
        .select({ bytes: importPiece.bytes })
        .from(importPiece)
        .where(
          and(
            eq(importPiece.organizationId, ctx.organizationId),
            eq(importPiece.importId, importId),
            eq(importPiece.number, number),
          ),
        )
        .orderBy(asc(importPiece.number)),
    );
    if (!piece) return;
    yield piece.bytes;
  }
}
