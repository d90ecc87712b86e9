import { and, eq, sql } from "drizzle-orm";
import { comment } from "@/db/schema/crm";
import type { Context, HistoryEntry, Transaction } from "@/server/platform";

/** Lays over comments' entries what they say by now: an edited one its new text, a removed one none. */
export async function withComments(
  tx: Transaction,
  ctx: Context,
  entries: readonly HistoryEntry[],
): Promise<HistoryEntry[]> {
  const ids = entries.flatMap(({ name, data }) => (name === "comment.added" ? [String(data.commentId)] : []));
  if (ids.length === 0) return [...entries];
  const rows = await tx
    .select({
      id: comment.id,
      text: comment.text,
      editedAt: comment.editedAt,
      deletedAt: comment.deletedAt,
    })
    .from(comment)
    .where(
      and(
        eq(comment.organizationId, ctx.organizationId),
        sql`${comment.id} = any (${sql.param(ids)}::uuid[])`,
      ),
    );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return entries.map((entry) => {
    const found = entry.name === "comment.added" ? byId.get(String(entry.data.commentId)) : undefined;
    if (!found) return entry;
    const { id: commentId, text, editedAt, deletedAt } = found;
    if (deletedAt) return { ...entry, data: { commentId, removed: true } };
    return { ...entry, data: { commentId, text, ...(editedAt && { edited: true }) } };
  });
}
