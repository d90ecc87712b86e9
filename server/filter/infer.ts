import { sql } from "drizzle-orm";
import type { Facet } from "./families";
import type { FieldType, OperatorName } from "./types";

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const lists: readonly OperatorName[] = ["any", "all", "none"];

/** A field of which nothing is declared: its type is guessed from what it holds and what it is compared with. */
export function inferred(held: unknown, operator: OperatorName, value: unknown): Facet {
  const sample = held ?? (Array.isArray(value) ? value[0] : value);
  return { type: typeOf(sample, operator), sql: sql`null`, read: () => held };
}

function typeOf(sample: unknown, operator: OperatorName): FieldType {
  if (Array.isArray(sample) || lists.includes(operator)) return "multi_list";
  if (typeof sample === "number") return "number";
  if (typeof sample === "boolean") return operator === "eq" ? "checkbox" : "text";
  if (sample instanceof Date || (typeof sample === "object" && sample !== null && "relative" in sample))
    return "datetime";
  return typeof sample === "string" && instant.test(sample) ? "datetime" : "text";
}
