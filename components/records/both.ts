import type { Filter } from "@/server/filter/tree";

/** Both filters, as far as there are any. */
export function both(one: Filter | null, other: Filter | null): Filter | null {
  if (one && other) return { and: [one, other] };
  return one ?? other;
}
