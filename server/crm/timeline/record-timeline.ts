import { and, eq, isNotNull } from "drizzle-orm";
import { comment } from "@/db/schema/crm";
import { titlesOf } from "@/server/crm/records";
import {
  type Context,
  type HistoryEntry,
  inOrganization,
  recordHistory,
  stagedEntities,
  type Transaction,
} from "@/server/platform";
import { subjectOf } from "../registry";
import type { RecordTimelineQuery, TimelineEntry, TimelineKind, TimelineQuery } from "./contract";
import { idsIn } from "./entry-names";

// Facts nobody reads as history: an order inside a stage, a comment's removal.
const silent = [...stagedEntities.map((entity) => `${entity}.reordered`), "comment.removed"];

const changes = [
  "created",
  "stage_changed",
  "updated",
  "products_changed",
  "deleted",
  "restored",
  "converted",
  "returned",
  "kind_changed",
];

const kinds = (entity: string): Record<TimelineKind, { names: string[]; byRobots: boolean }> => ({
  comments: { names: ["comment.added"], byRobots: false },
  changes: {
    names: changes.map((what) => `${entity}.${what}`),
    byRobots: false,
  },
  activities: { names: ["activity.created", "activity.done", "activity.reopened"], byRobots: false },
  robots: {
    names: ["process.stopped", "process.retried", "process.loop_stopped", "process.refused"],
    byRobots: true,
  },
});

export type TimelinePage = {
  entries: TimelineEntry[];
  nextCursor: { occurredAt: Date; id: string } | null;
};

/** A deal's history, as `recordTimeline`. @throws NOT_FOUND */
export function dealTimeline(ctx: Context, { dealId, ...query }: TimelineQuery): Promise<TimelinePage> {
  return recordTimeline(ctx, { ...query, recordId: dealId });
}

/** A record's history, the newest first; a removed comment keeps its line and loses its text. @throws NOT_FOUND */
export async function recordTimeline(ctx: Context, query: RecordTimelineQuery): Promise<TimelinePage> {
  return inOrganization(ctx, async (tx) => {
    const { entity } = await subjectOf(tx, ctx, query.recordId);
    const rows = await recordHistory(tx, ctx, {
      entity,
      recordId: query.recordId,
      without: silent,
      ...(query.kind && { only: kinds(entity)[query.kind] }),
      after: query.cursor ?? null,
      limit: query.limit + 1,
    });
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    const removed = await removedComments(tx, ctx, query.recordId);
    const names = await titlesOf(tx, ctx, [...new Set(page.flatMap(idsIn))]);
    return {
      entries: page.map((row) => ({ ...withoutRemovedText(row, removed), names: pick(names, idsIn(row)) })),
      nextCursor: rows.length > query.limit && last ? { occurredAt: last.occurredAt, id: last.id } : null,
    };
  });
}

function pick(names: Record<string, string>, ids: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(names).filter(([id]) => ids.includes(id)));
}

async function removedComments(tx: Transaction, ctx: Context, recordId: string): Promise<Set<string>> {
  const rows = await tx
    .select({ id: comment.id })
    .from(comment)
    .where(
      and(
        eq(comment.organizationId, ctx.organizationId),
        eq(comment.recordId, recordId),
        isNotNull(comment.deletedAt),
      ),
    );
  return new Set(rows.map((row) => row.id));
}

function withoutRemovedText(entry: HistoryEntry, removed: Set<string>): HistoryEntry {
  if (entry.name !== "comment.added" || !removed.has(String(entry.data.commentId))) return entry;
  return { ...entry, data: { commentId: entry.data.commentId, removed: true } };
}
