import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { and, eq } from "drizzle-orm";
import { importChunk } from "@/db/schema/transfer";
import { type Context, inOrganization } from "@/server/platform";
import type { SourceRow } from "../read/table";

const pack = promisify(gzip);
const unpack = promisify(gunzip);

export const rowsInChunk = 1000;

/** Takes a table apart into chunks of a thousand rows, so that each can be reached by its number. @returns how many rows */
export async function keepRows(
  ctx: Context,
  importId: string,
  rows: AsyncIterable<SourceRow>,
): Promise<number> {
  await inOrganization(ctx, (tx) =>
    tx
      .delete(importChunk)
      .where(and(eq(importChunk.organizationId, ctx.organizationId), eq(importChunk.importId, importId))),
  );
  let held: SourceRow[] = [];
  let number = 0;
  let total = 0;
  async function keep(): Promise<void> {
    const content = await pack(JSON.stringify(held), { level: 1 });
    const values = {
      organizationId: ctx.organizationId,
      importId,
      number: number++,
      rows: held.length,
      content,
    };
    await inOrganization(ctx, (tx) => tx.insert(importChunk).values(values));
    held = [];
  }
  for await (const row of rows) {
    total += 1;
    held.push(row);
    if (held.length === rowsInChunk) await keep();
  }
  if (held.length > 0) await keep();
  return total;
}

/** A chunk's rows; null past the last one. */
export async function chunkRows(ctx: Context, importId: string, number: number): Promise<SourceRow[] | null> {
  const [chunk] = await inOrganization(ctx, (tx) =>
    tx
      .select({ content: importChunk.content })
      .from(importChunk)
      .where(
        and(
          eq(importChunk.organizationId, ctx.organizationId),
          eq(importChunk.importId, importId),
          eq(importChunk.number, number),
        ),
      ),
  );
  if (!chunk) return null;
  // What was packed here is what comes out.
  return JSON.parse((await unpack(chunk.content)).toString("utf8")) as SourceRow[];
}

/** Every row of an import, chunk by chunk. */
export async function* allRows(ctx: Context, importId: string): AsyncGenerator<SourceRow> {
  for (let number = 0; ; number++) {
    const rows = await chunkRows(ctx, importId, number);
    if (!rows) return;
    yield* rows;
  }
}
