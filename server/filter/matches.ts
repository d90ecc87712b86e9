import { operators } from "./operators";
import type { Filter } from "./tree";

/** Does the record pass? `read` answers a field's value, null for none. */
export function matches(filter: Filter, read: (field: string) => unknown): boolean {
  if ("and" in filter) return filter.and.every((part) => matches(part, read));
  if ("or" in filter) return filter.or.some((part) => matches(part, read));
  if ("not" in filter) return !matches(filter.not, read);
  return operators[filter.operator].js(read(filter.field), filter.value);
}
