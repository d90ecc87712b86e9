import { and, desc, eq, inArray } from "drizzle-orm";
import { type file, fileVersion } from "@/db/schema/files";
import type { Context, Transaction } from "@/server/platform";
import type { FileInfo } from "./contract";

type Row = Pick<typeof file.$inferSelect, "id" | "name" | "createdAt">;

/** Files with their versions, the newest of both first. */
export async function withVersions(tx: Transaction, ctx: Context, rows: readonly Row[]): Promise<FileInfo[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const versions = await tx
    .select()
    .from(fileVersion)
    .where(and(eq(fileVersion.organizationId, ctx.organizationId), inArray(fileVersion.fileId, ids)))
    .orderBy(desc(fileVersion.number));
  return rows.map(({ id, name, createdAt }) => ({
    ...{ id, name, createdAt },
    versions: versions
      .filter((version) => version.fileId === id)
      .map(({ number, size, mediaType, inline, uploadedById, createdAt: at }) => ({
        ...{ number, size, mediaType, inline, uploadedBy: uploadedById, createdAt: at },
      })),
  }));
}
