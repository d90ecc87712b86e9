/** What a field may hold. The type settles its operators, its control, its storage and its words. */
export const fieldTypes = [
  "text",
  "url",
  "number",
  "money",
  "date",
  "datetime",
  "list",
  "multi_list",
  "checkbox",
  "member",
  "link",
  "stage",
  "pipeline",
  "source",
  "loss_reason",
  "file",
  "formula",
] as const;
export type FieldType = (typeof fieldTypes)[number];

export const operatorNames = [
  "eq",
  "ne",
  "contains",
  "not_contains",
  "starts",
  "gt",
  "gte",
  "lt",
  "lte",
  "between",
  "in",
  "not_in",
  "any",
  "all",
  "none",
  "empty",
  "not_empty",
] as const;
export type OperatorName = (typeof operatorNames)[number];

/** How many values an operator is given: none, one, a pair, or a list of any length. */
export type Arity = "none" | "one" | "pair" | "list";

const lists: readonly OperatorName[] = ["in", "not_in", "any", "all", "none"];

export function arityOf(operator: OperatorName): Arity {
  if (operator === "empty" || operator === "not_empty") return "none";
  if (operator === "between") return "pair";
  return lists.includes(operator) ? "list" : "one";
}

const written = [
  "contains",
  "not_contains",
  "starts",
  "eq",
  "ne",
  "in",
  "not_in",
  "empty",
  "not_empty",
] as const;
const measured = ["eq", "ne", "gt", "gte", "lt", "lte", "between", "empty", "not_empty"] as const;
const chosen = ["in", "not_in", "eq", "ne", "empty", "not_empty"] as const;

/** What may be asked of a field, by its type; the first is the one offered. A formula is computed, not asked. */
export const operatorsOf: Readonly<Record<FieldType, readonly OperatorName[]>> = {
  text: written,
  url: written,
  number: measured,
  money: measured,
  date: measured,
  datetime: measured,
  list: chosen,
  multi_list: ["any", "all", "none", "empty", "not_empty"],
  checkbox: ["eq"],
  member: chosen,
  link: chosen,
  stage: chosen,
  pipeline: chosen,
  source: chosen,
  loss_reason: chosen,
  file: ["empty", "not_empty"],
  formula: [],
};
