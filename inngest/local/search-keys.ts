import type { EventPayload } from "./engine";

/** The organization an event belongs to, by the convention that every event's data names it; null for system events. */
export function organizationOf(event: EventPayload): string | null {
  const direct = event.data.organizationId;
  if (typeof direct === "string") return direct;
  const cause = event.data.event;
  if (typeof cause !== "object" || cause === null || !("data" in cause)) return null;
  const data = cause.data;
  if (typeof data !== "object" || data === null || !("organizationId" in data)) return null;
  return typeof data.organizationId === "string" ? data.organizationId : null;
}
