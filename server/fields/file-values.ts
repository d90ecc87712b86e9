import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { file } from "@/db/schema/files";
import { AppError, type Context, type Transaction } from "@/server/platform";
import type { CustomField } from "./contract";

/** A file as a field's value names it. */
export type FileValue = { id: string; name: string };

/** The files in a value of a field of type `file`. */
export function filesIn(value: unknown): FileValue[] {
  return Array.isArray(value) ? (value as FileValue[]) : [];
}

/**
 * Files of a value have to be there: those it held before, files of the record itself, and what the actor has uploaded
 * and nobody has taken yet. Their names are taken from the files. @throws INVALID at the field's key
 */
export async function checkedFiles(
  tx: Transaction,
  ctx: Context,
  field: CustomField,
  { value, before, recordId }: { value: unknown; before: unknown; recordId: string | null },
): Promise<FileValue[]> {
  const wanted = filesIn(value);
  const kept = filesIn(before);
  const added = wanted.filter(({ id }) => !kept.some((one) => one.id === id)).map(({ id }) => id);
  const names = new Map(kept.map(({ id, name }) => [id, name]));
  if (added.length > 0) {
    const waiting = ctx.member ? and(isNull(file.recordId), eq(file.createdById, ctx.member.id)) : undefined;
    const own = recordId ? eq(file.recordId, recordId) : undefined;
    const rows = await tx
      .select({ id: file.id, name: file.name })
      .from(file)
      .where(
        and(
          eq(file.organizationId, ctx.organizationId),
          inArray(file.id, added),
          isNull(file.deletedAt),
          or(waiting, own),
        ),
      );
    for (const { id, name } of waiting || own ? rows : []) names.set(id, name);
  }
  return wanted.map(({ id }) => {
    const name = names.get(id);
    if (name === undefined) throw new AppError("INVALID", { name: field.key }, { field: field.key });
    return { id, name };
  });
}

/** Gives a record the files its fields took: whoever may see the record may then see them. */
export async function keepFiles(
  tx: Transaction,
  ctx: Context,
  recordId: string,
  taken: readonly string[] | undefined,
): Promise<void> {
  if (!taken || taken.length === 0) return;
  await tx
    .update(file)
    .set({ recordId })
    .where(
      and(eq(file.organizationId, ctx.organizationId), inArray(file.id, [...taken]), isNull(file.recordId)),
    );
}
