import type { Filter, Leaf } from "@/server/filter/tree";
import { arityOf, type FieldType, type OperatorName, operatorsOf } from "@/server/filter/types";

/** A question being asked: its value may still be missing. Its key stays while the rows around it come and go. */
export type DraftLeaf = { key: string; field: string; operator: OperatorName; value?: unknown };

/** How a group's parts are joined: all hold, any, none of them, or not all. */
export type Join = "all" | "any" | "none" | "not_all";
export type DraftGroup = { key: string; join: Join; parts: Draft[] };
export type Draft = DraftLeaf | DraftGroup;

let made = 0;

/** A key for a new row, of this page only. */
export function newKey(): string {
  made += 1;
  return `row-${made}`;
}

export function isGroup(draft: Draft): draft is DraftGroup {
  return "parts" in draft;
}

/** A filter as an editor shows it: always a group at the top. */
export function draftOf(filter: Filter | null): DraftGroup {
  if (filter === null) return { key: newKey(), join: "all", parts: [] };
  const draft = partOf(filter);
  return isGroup(draft) ? draft : { key: newKey(), join: "all", parts: [draft] };
}

function partOf(filter: Filter): Draft {
  if ("and" in filter) return { key: newKey(), join: "all", parts: filter.and.map(partOf) };
  if ("or" in filter) return { key: newKey(), join: "any", parts: filter.or.map(partOf) };
  if (!("not" in filter)) return { key: newKey(), ...plainLeaf(filter) };
  const inner = partOf(filter.not);
  const opposite = { all: "not_all", any: "none", none: "any", not_all: "all" } as const;
  if (isGroup(inner)) return { ...inner, join: opposite[inner.join] };
  return { key: newKey(), join: "none", parts: [inner] };
}

// "Is" and "is not" one of several are asked as lists; what is compared with nothing asks whether there is anything.
function plainLeaf(leaf: Leaf): Leaf {
  const { field, operator, value } = leaf;
  if (operator !== "eq" && operator !== "ne") return leaf;
  if (value === null) return { field, operator: operator === "eq" ? "empty" : "not_empty" };
  return leaf;
}

/** The draft's questions that are complete, as a filter; null, which holds for every record, when there are none. */
export function filterOf(draft: DraftGroup): Filter | null {
  const whole = wholeOf(draft);
  if (whole && "and" in whole && whole.and.length === 1) return whole.and[0] ?? null;
  return whole;
}

function wholeOf(draft: Draft): Filter | null {
  if (!isGroup(draft)) {
    if (!isComplete(draft)) return null;
    const { field, operator, value } = draft;
    return arityOf(operator) === "none" ? { field, operator } : { field, operator, value };
  }
  const parts = draft.parts.map(wholeOf).filter((part) => part !== null);
  if (parts.length === 0) return null;
  if (draft.join === "all") return { and: parts };
  if (draft.join === "any") return { or: parts };
  return { not: draft.join === "none" ? { or: parts } : { and: parts } };
}

/** Whether every question of the draft has what it needs. */
export function isWhole(draft: Draft): boolean {
  return isGroup(draft) ? draft.parts.every(isWhole) : isComplete(draft);
}

/** Whether a question has what it compares with. */
export function isComplete({ operator, value }: DraftLeaf): boolean {
  const arity = arityOf(operator);
  if (arity === "none") return true;
  if (arity === "list") return Array.isArray(value) && value.length > 0;
  if (arity === "pair") return Array.isArray(value) && value.length === 2 && value.every(isGiven);
  return isGiven(value);
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}

const chosen: readonly FieldType[] = ["list", "member", "link", "stage", "pipeline", "source", "loss_reason"];

/** What is offered to ask of a field of this type, the commonest first. */
export function offered(type: FieldType): readonly OperatorName[] {
  if (chosen.includes(type)) return ["in", "not_in", "not_empty", "empty"];
  if (type === "text" || type === "url") return operatorsOf[type].filter((one) => arityOf(one) !== "list");
  return operatorsOf[type];
}

/** A question as the editor of its type shows it: "is Anna" becomes "is one of: Anna". */
export function shownLeaf<L extends Leaf>(leaf: L, type: FieldType): L {
  if (!chosen.includes(type) || (leaf.operator !== "eq" && leaf.operator !== "ne")) return leaf;
  return { ...leaf, operator: leaf.operator === "eq" ? "in" : "not_in", value: [leaf.value] };
}

/** The question with another operator: the value stays where the new operator takes its kind. */
export function withOperator(leaf: DraftLeaf, operator: OperatorName): DraftLeaf {
  const { key, field, value } = leaf;
  const keeps = arityOf(leaf.operator) === arityOf(operator) && value !== undefined;
  return keeps ? { key, field, operator, value } : { key, field, operator };
}

/** A new question about a field. */
export function newLeaf(field: string, type: FieldType): DraftLeaf {
  const operator = offered(type)[0] ?? "not_empty";
  return { key: newKey(), field, operator, ...(type === "checkbox" && { value: true }) };
}
