import type { Resolved } from "./resolve";

/** Does the record pass? */
export function matches(filter: Resolved, record: unknown): boolean {
  if ("and" in filter) return filter.and.every((part) => matches(part, record));
  if ("or" in filter) return filter.or.some((part) => matches(part, record));
  if ("not" in filter) return !matches(filter.not, record);
  return filter.check.js(filter.facet.read(record));
}
