import type { Operator } from "./condition";

export type ClauseType = "text" | "money" | "date" | "member" | "source" | "loss_reason" | "link";

/** A field that a condition may ask about. */
export type ConditionField = { key: string; type: ClauseType; label: string };

const choice = ["eq", "ne", "not_empty", "empty"] as const;

/** What can be asked of a field, by its type; the first is the one offered. */
export const operatorsOf: Readonly<Record<ClauseType, readonly Operator[]>> = {
  text: ["contains", "eq", "ne", "not_empty", "empty"],
  money: ["gt", "gte", "lt", "lte", "eq"],
  date: ["lt", "gte", "not_empty", "empty"],
  member: choice,
  source: choice,
  loss_reason: choice,
  link: ["not_empty", "empty"],
};

/** The type as conditions treat it; null for a type that they do not ask about, such as the stage itself. */
export function clauseType(type: string): ClauseType | null {
  return type in operatorsOf ? (type as ClauseType) : null;
}
