import type { Filter, Leaf } from "@/server/filter/tree";

export type Operator = Leaf["operator"];
export type Clause = { field: string; operator: Operator; value?: unknown };
/** Clauses under one join: all of them, or any. */
export type Condition = { join: "and" | "or"; clauses: Clause[] };

/** A filter as flat rows; null when it is nested deeper than rows can show. */
export function conditionOf(filter: Filter | null): Condition | null {
  if (filter === null) return { join: "and", clauses: [] };
  if ("field" in filter) return { join: "and", clauses: [filter] };
  if ("not" in filter) return null;
  const join = "and" in filter ? "and" : "or";
  const parts = "and" in filter ? filter.and : filter.or;
  const clauses = parts.filter((part): part is Leaf => "field" in part);
  return clauses.length === parts.length ? { join, clauses } : null;
}

/** Rows as a filter; null, which always holds, when there are none. */
export function filterOf({ join, clauses }: Condition): Filter | null {
  if (clauses.length === 0) return null;
  return join === "and" ? { and: clauses } : { or: clauses };
}

/** Whether an operator asks nothing but the field. */
export function isUnary(operator: Operator): boolean {
  return operator === "empty" || operator === "not_empty";
}

/** Whether a clause still lacks its value. */
export function isIncomplete({ operator, value }: Clause): boolean {
  return !isUnary(operator) && (value === undefined || value === null || value === "");
}
