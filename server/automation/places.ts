import { z } from "zod";
import { invoiceStatuses, statusPlace } from "@/server/crm/invoices/contract";

/** The places of what has statuses instead of stages, in their order. */
export const placesOf = { invoice: invoiceStatuses.map(statusPlace) } as const;

/** Where robots wait for records: a stage by its id, or an invoice's status. */
export const Place = z.union([z.uuid().toLowerCase(), z.enum(placesOf.invoice)]);
export type Place = z.output<typeof Place>;

/** The stage a place is; null for a status. */
export function stageAt(place: string): string | null {
  return place.includes(":") ? null : place;
}
