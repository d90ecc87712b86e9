import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { z } from "zod";
import { file } from "@/db/schema/files";
import { type Context, inOrganization, type Transaction } from "@/server/platform";
import type { FileInfo, RecordFiles } from "./contract";
import { subjectFor } from "./file-of";
import { withVersions } from "./shape";

/** More than a record has in practice; the oldest are left out. */
const most = 500;

/** The files of a record, the newest first. @throws NOT_FOUND */
export async function listFiles(
  ctx: Context,
  { recordId }: z.output<typeof RecordFiles>,
): Promise<FileInfo[]> {
  return inOrganization(ctx, async (tx) => {
    await subjectFor(tx, ctx, recordId, "view");
    const { organizationId, deletedAt, id } = file;
    const rows = await tx
      .select()
      .from(file)
      .where(and(eq(organizationId, ctx.organizationId), eq(file.recordId, recordId), isNull(deletedAt)))
      .orderBy(desc(id))
      .limit(most);
    return withVersions(tx, ctx, rows);
  });
}

/** Which of these records have files, removed ones among them. The caller has asked whether the actor may know. */
export async function recordsWithFiles(
  tx: Transaction,
  ctx: Context,
  recordIds: readonly string[],
): Promise<string[]> {
  if (recordIds.length === 0) return [];
  const rows = await tx
    .selectDistinct({ recordId: file.recordId })
    .from(file)
    .where(and(eq(file.organizationId, ctx.organizationId), inArray(file.recordId, [...recordIds])));
  return rows.flatMap(({ recordId }) => recordId ?? []);
}
