import { invoicesOfDeal } from "@/server/crm/invoices";
import { titlesOf } from "@/server/crm/records";
import { memberNames } from "@/server/identity";
import {
  type Context,
  inOrganization,
  recordHistory,
  stagedEntities,
  type Transaction,
} from "@/server/platform";
import { subjectOf } from "../registry";
import { withComments } from "./comment-texts";
import type { RecordTimelineQuery, TimelineEntry, TimelineKind } from "./contract";
import { idsIn } from "./entry-names";

// Facts nobody reads as history: an order inside a stage, what happened to a comment that stands there itself.
const silent = [
  ...stagedEntities.map((entity) => `${entity}.reordered`),
  "comment.removed",
  "comment.edited",
  "activity.remind_due",
  "activity.overdue",
];

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

// What is told of a deal's invoices on the deal itself too.
const invoiceFacts = [
  "created",
  "sent",
  "emailed",
  "payment_recorded",
  "payment_removed",
  "paid",
  "reopened",
  "overdue",
  "voided",
].map((what) => `invoice.${what}`);

const kinds = (entity: string): Record<TimelineKind, { names: string[]; byRobots: boolean }> => ({
  comments: { names: ["comment.added"], byRobots: false },
  changes: {
    // What happens to an invoice is what its own history is made of.
    names: [
      ...changes.map((what) => `${entity}.${what}`),
      ...(entity === "invoice" ? [...invoiceFacts, "invoice.link_changed"] : []),
    ],
    byRobots: false,
  },
  invoices: { names: invoiceFacts, byRobots: false },
  files: {
    names: ["added", "version_added", "renamed", "removed", "restored"].map((what) => `file.${what}`),
    byRobots: false,
  },
  activities: {
    names: ["created", "done", "reopened", "changed", "deleted", "restored"].map(
      (what) => `activity.${what}`,
    ),
    byRobots: false,
  },
  links: { names: ["link.added", "link.removed", "link.changed"], byRobots: false },
  robots: {
    names: ["process.stopped", "process.retried", "process.loop_stopped", "process.refused"],
    byRobots: true,
  },
});

export type TimelinePage = {
  entries: TimelineEntry[];
  nextCursor: { occurredAt: Date; id: string } | null;
};

/** A record's history, the newest first, and a deal's with what happened to its invoices; a removed comment keeps its line and loses its text. @throws NOT_FOUND */
export async function recordTimeline(ctx: Context, query: RecordTimelineQuery): Promise<TimelinePage> {
  return inOrganization(ctx, async (tx) => {
    const { entity } = await subjectOf(tx, ctx, query.recordId);
    const rows = await recordHistory(tx, ctx, {
      entity,
      recordId: query.recordId,
      also: {
        entity: "invoice",
        recordIds: entity === "deal" ? await invoicesOfDeal(tx, ctx, query.recordId) : [],
        names: invoiceFacts,
      },
      without: silent,
      ...(query.kind && { only: kinds(entity)[query.kind] }),
      changed: query.field,
      after: query.cursor ?? null,
      limit: query.limit + 1,
    });
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    const ids = [...new Set(page.flatMap(idsIn))];
    const names = { ...(await titlesOf(tx, ctx, ids)), ...(await membersCalled(tx, ctx, ids)) };
    const entries = await withComments(tx, ctx, page);
    return {
      entries: entries.map((row) => ({ ...row, names: pick(names, idsIn(row)) })),
      nextCursor: rows.length > query.limit && last ? { occurredAt: last.occurredAt, id: last.id } : null,
    };
  });
}

function pick(names: Record<string, string>, ids: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(names).filter(([id]) => ids.includes(id)));
}

async function membersCalled(tx: Transaction, ctx: Context, ids: string[]): Promise<Record<string, string>> {
  return ids.length > 0 ? memberNames(tx, ctx, ids) : {};
}
