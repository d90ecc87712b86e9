import { type InvoiceStatus, statusPlace } from "@/server/crm/invoices/contract";
import { entersStatus } from "@/server/crm/invoices/events";
import { stagedEntities } from "@/server/platform";

/** The events at which a record comes to a place where robots may wait for it. */
export const enteringEvents: readonly string[] = [
  ...stagedEntities.flatMap((entity) => [`${entity}.created`, `${entity}.stage_changed`]),
  ...entersStatus,
];

/** The place that such an event tells of. */
export function enteredPlace({ stageId, status }: { stageId?: string; status?: InvoiceStatus }): string {
  return stageId ?? (status ? statusPlace(status) : "");
}
