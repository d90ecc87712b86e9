import { z } from "zod";
import { invoiceStatuses, statusPlace } from "@/server/crm/invoices/contract";
import { type Entity, stagedEntities } from "@/server/platform/permissions";

/** What robots work on: records that stand on stages, and invoices, which stand on their status. */
export const automatedEntities = [...stagedEntities, "invoice"] as const satisfies readonly Entity[];
export type AutomatedEntity = (typeof automatedEntities)[number];

/** The places of what has statuses instead of stages, in their order. */
export const placesOf = { invoice: invoiceStatuses.map(statusPlace) } as const;

/** Where robots wait for records: a stage by its id, or an invoice's status. */
export const Place = z.union([z.uuid(), z.enum(placesOf.invoice)]);
export type Place = z.output<typeof Place>;

/** The stage a place is; null for a status. */
export function stageAt(place: string): string | null {
  return place.includes(":") ? null : place;
}
