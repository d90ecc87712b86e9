import { z } from "zod";

/** One line of a record's history; `name` picks the words, `data` fills them. */
export type TimelineEntry = {
  id: string;
  name: string;
  /** What it happened to: the record itself, or an invoice of a deal. */
  entity: string;
  recordId: string;
  actor: { type: "member" | "robot" | "system"; id: string; name?: string; via?: string; file?: string };
  data: Record<string, unknown>;
  /** What the records and members in `data` are called now, by their ids; those removed too. */
  names: Record<string, string>;
  occurredAt: Date;
};

/** What history may be narrowed to. */
export const timelineKinds = [
  "comments",
  "changes",
  "activities",
  "invoices",
  "files",
  "links",
  "robots",
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** The kinds that a record's history has: only a deal tells of its invoices. */
export function kindsOf(entity: string): readonly TimelineKind[] {
  return timelineKinds.filter((kind) => kind !== "invoices" || entity === "deal");
}

/** The history of any record. */
export const RecordTimelineQuery = z.strictObject({
  recordId: z.uuid(),
  /** Absent: everything. */
  kind: z.enum(timelineKinds).optional(),
  /** Only entries that changed this field. */
  field: z.string().max(60).optional(),
  cursor: z.strictObject({ occurredAt: z.date(), id: z.uuid() }).nullish(),
  limit: z.number().int().min(1).max(100).default(40),
});
export type RecordTimelineQuery = z.output<typeof RecordTimelineQuery>;
