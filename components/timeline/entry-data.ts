import { type Entity, entities } from "@/server/platform/permissions";

/** Events with words of their own; what happens to records of any kind is named without the kind. */
export const knownEvents = [
  "created",
  "stage_changed",
  "updated",
  "products_changed",
  "deleted",
  "restored",
  "converted",
  "returned",
  "kind_changed",
  "sent",
  "emailed",
  "payment_recorded",
  "payment_removed",
  "paid",
  "reopened",
  "overdue",
  "voided",
  "link_changed",
  "activity.created",
  "activity.done",
  "activity.reopened",
  "activity.changed",
  "activity.deleted",
  "activity.restored",
  "comment.added",
  "file.added",
  "file.version_added",
  "file.renamed",
  "file.removed",
  "file.restored",
  "link.added",
  "link.removed",
  "link.changed",
  "robot.acted",
  "robot.failed",
  "process.stopped",
  "process.retried",
  "process.loop_stopped",
  "process.refused",
] as const;
export type KnownEvent = (typeof knownEvents)[number];

/** The kind of record an event is about; null for one that may be about any. */
export function entityOf(name: string): Entity | null {
  return entities.find((one) => one === name.split(".")[0]) ?? null;
}

/** The event's name when we have words for it; null otherwise. */
export function knownEvent(name: string): KnownEvent | null {
  const plain = entityOf(name) ? name.slice(name.indexOf(".") + 1) : name;
  return knownEvents.find((known) => known === plain) ?? null;
}

export type FieldChange = { field: string; from: unknown; to: unknown };

/** The changed fields of an `….updated`; nothing for data of another shape. */
export function changesOf(data: Record<string, unknown>): FieldChange[] {
  const { changes } = data;
  if (typeof changes !== "object" || changes === null) return [];
  return Object.entries(changes).flatMap(([field, change]: [string, unknown]) => {
    if (typeof change !== "object" || change === null) return [];
    return [{ field, from: "from" in change ? change.from : null, to: "to" in change ? change.to : null }];
  });
}

/** Where a lead may have come from, by the names of its fields. */
export const originKeys = [
  ...(["utmSource", "utmMedium", "utmCampaign", "utmContent", "utmTerm"] as const),
  ...(["page", "referrer"] as const),
] as const;

/** What the lead that a deal was made of had said; null for any other creation. */
export function fromLead({ fromLead: from }: Record<string, unknown>) {
  if (typeof from !== "object" || from === null) return null;
  const { title, comment, origin } = from as Record<string, unknown>;
  const given = typeof origin === "object" && origin !== null ? (origin as Record<string, unknown>) : {};
  const known = originKeys.flatMap((key) => (textOf(given[key]) ? [[key, textOf(given[key])] as const] : []));
  return { title: textOf(title), comment: textOf(comment), origin: Object.fromEntries(known) };
}

/** How many open activities a conversion took along. */
export function madeActivities({ made }: Record<string, unknown>): number {
  if (typeof made !== "object" || made === null || !("activityIds" in made)) return 0;
  return Array.isArray(made.activityIds) ? made.activityIds.length : 0;
}

/** A text out of data; empty for anything else. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** A robot's fault: an error's code and what its text needs; an empty code for data of another shape. */
export function faultOf(value: unknown): { code: string; data: object } {
  if (typeof value !== "object" || value === null || !("code" in value)) return { code: "", data: {} };
  const data = "data" in value && typeof value.data === "object" && value.data !== null ? value.data : {};
  return { code: textOf(value.code), data };
}
