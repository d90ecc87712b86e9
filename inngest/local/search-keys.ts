import type { EventPayload } from "./engine";
import { isStorable } from "./protocol";

/** The organization an event belongs to, by the convention that every event's data names it; null for system events. */
export function organizationOf(event: EventPayload): string | null {
  const direct = event.data.organizationId;
  if (typeof direct === "string") return isStorable(direct) ? direct : null;
  const cause = event.data.event;
  if (typeof cause !== "object" || cause === null || !("data" in cause)) return null;
  const data = cause.data;
  if (typeof data !== "object" || data === null || !("organizationId" in data)) return null;
  const { organizationId } = data;
  return typeof organizationId === "string" && isStorable(organizationId) ? organizationId : null;
}
