import { and, eq, isNotNull } from "drizzle-orm";
import { comment } from "@/db/schema/crm";
import { type Context, inOrganization, joining, recordHistory, type Transaction } from "@/server/platform";
import { getDeal } from "../deals";
import type { TimelineEntry, TimelineQuery } from "./contract";

// Facts nobody reads as history: an order inside a stage, a comment's removal.
const silent = ["deal.reordered", "comment.removed"];

/** A deal's history, the newest first; a removed comment keeps its line and loses its text. @throws NOT_FOUND */
export async function dealTimeline(
  ctx: Context,
  query: TimelineQuery,
): Promise<{ entries: TimelineEntry[]; nextCursor: { occurredAt: Date; id: string } | null }> {
  return inOrganization(ctx, async (tx) => {
    await getDeal(joining(ctx, tx), query);
    const rows = await recordHistory(tx, ctx, {
      entity: "deal",
      recordId: query.dealId,
      without: silent,
      after: query.cursor ?? null,
      limit: query.limit + 1,
    });
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    const removed = await removedComments(tx, ctx, query.dealId);
    return {
      entries: page.map((row) => withoutRemovedText(row, removed)),
      nextCursor: rows.length > query.limit && last ? { occurredAt: last.occurredAt, id: last.id } : null,
    };
  });
}

async function removedComments(tx: Transaction, ctx: Context, dealId: string): Promise<Set<string>> {
  const rows = await tx
    .select({ id: comment.id })
    .from(comment)
    .where(
      and(
        eq(comment.organizationId, ctx.organizationId),
        eq(comment.dealId, dealId),
        isNotNull(comment.deletedAt),
      ),
    );
  return new Set(rows.map((row) => row.id));
}

function withoutRemovedText(entry: TimelineEntry, removed: Set<string>): TimelineEntry {
  if (entry.name !== "comment.added" || !removed.has(String(entry.data.commentId))) return entry;
  return { ...entry, data: { commentId: entry.data.commentId, removed: true } };
}
