import type { Facet } from "./families";
import type { Clock } from "./moments";
import { type Check, checkOf, type Fault } from "./operators";
import type { Filter, Leaf } from "./tree";

/** A filter made ready for one moment and one person: every leaf knows its field and what it compares with. */
export type Resolved =
  | { and: Resolved[] }
  | { or: Resolved[] }
  | { not: Resolved }
  | { leaf: Leaf; facet: Facet; check: Check };

/** Finds a field by its path, `contactId.name`; null when there is none. */
export type Lookup = (path: string) => Facet | null;

/** A leaf that cannot be asked. `path` says where in the tree it stands: `and.0.or.2`. */
export class FilterError extends Error {
  readonly path: string;
  readonly field: string;
  readonly fault: Fault | "unknown_field";

  constructor(path: string, field: string, fault: Fault | "unknown_field") {
    super(`${fault}: ${field} at ${path || "the top"}`);
    this.name = "FilterError";
    this.path = path;
    this.field = field;
    this.fault = fault;
  }
}

/** @throws FilterError naming the leaf whose field, operator or value does not fit */
export function resolve(filter: Filter, lookup: Lookup, clock: Clock, path = ""): Resolved {
  const at = (step: string | number) => (path ? `${path}.${step}` : `${step}`);
  const all = (parts: Filter[], name: string) =>
    parts.map((part, place) => resolve(part, lookup, clock, at(`${name}.${place}`)));
  if ("and" in filter) return { and: all(filter.and, "and") };
  if ("or" in filter) return { or: all(filter.or, "or") };
  if ("not" in filter) return { not: resolve(filter.not, lookup, clock, at("not")) };
  const facet = lookup(filter.field);
  if (!facet) throw new FilterError(path, filter.field, "unknown_field");
  const check = checkOf(facet, filter.operator, filter.value, clock);
  if (typeof check === "string") throw new FilterError(path, filter.field, check);
  return { leaf: filter, facet, check };
}
