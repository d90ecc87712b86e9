import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { file } from "@/db/schema/files";
import { type Subject, subjectOf } from "@/server/crm/registry";
import { AppError, authorize, type Context, type Transaction } from "@/server/platform";

export type FileRow = typeof file.$inferSelect;

type Wanted = { action: "view" | "edit"; state?: "live" | "removed" };

/**
 * A file with its record, locked when it is to be changed. What may be done to a file is what may be done to its record;
 * one that waits for a record is its uploader's alone. @throws NOT_FOUND, FORBIDDEN
 */
export async function fileOf(
  tx: Transaction,
  ctx: Context,
  fileId: string,
  { action, state = "live" }: Wanted,
): Promise<{ row: FileRow; subject: Subject | null }> {
  const found = tx
    .select()
    .from(file)
    .where(
      and(
        eq(file.organizationId, ctx.organizationId),
        eq(file.id, fileId),
        state === "live" ? isNull(file.deletedAt) : isNotNull(file.deletedAt),
      ),
    );
  const [row] = await (action === "edit" ? found.for("update") : found);
  if (!row) throw new AppError("NOT_FOUND");
  if (row.recordId === null) {
    if (ctx.member?.id !== row.createdById) throw new AppError("NOT_FOUND");
    return { row, subject: null };
  }
  return { row, subject: await subjectFor(tx, ctx, row.recordId, action) };
}

/** The record files belong to. @throws NOT_FOUND, FORBIDDEN */
export async function subjectFor(
  tx: Transaction,
  ctx: Context,
  recordId: string,
  action: "view" | "edit",
): Promise<Subject> {
  const subject = await subjectOf(tx, ctx, recordId);
  if (action === "edit") authorize(ctx, `${subject.entity}.edit`, subject);
  return subject;
}
