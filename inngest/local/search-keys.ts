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

const MOST_IDS = 20;
const LONGEST_ID = 200;

/** Ids of records in an event's data, those of its cause included: what is called `id` or `…Id`, but the organization's. */
export function recordIdsOf(event: EventPayload): string[] {
  const ids = new Set<string>();
  collect(event.data, 0, ids);
  return [...ids].slice(0, MOST_IDS);
}

function collect(data: Record<string, unknown>, depth: number, ids: Set<string>): void {
  for (const [key, value] of Object.entries(data)) {
    if (typeof value === "string" && /^id$|Id$/.test(key) && key !== "organizationId") {
      if (value.length > 0 && value.length <= LONGEST_ID && isStorable(value)) ids.add(value);
    } else if (typeof value === "object" && value !== null && depth < 3) {
      collect({ ...value }, depth + 1, ids);
    }
  }
}
