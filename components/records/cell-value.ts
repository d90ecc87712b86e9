import { resultIn, shownType } from "@/server/fields/contract";
import { isMoneyValue, type MoneyValue } from "./money-value";
import type { ListField } from "./use-list-fields";
import type { ListedRecord } from "./use-record-pages";

/** What a record holds in a field, a formula's result in place of the formula; undefined where it went wrong. */
export function valueIn(record: ListedRecord, field: ListField): unknown {
  return resultIn(record.values[field.key]);
}

/** What a field's values are: of a formula what it comes to. */
export function typeOf({ type, more }: ListField): ListField["type"] {
  return shownType({ type, returns: more.returns });
}

/** An amount with its currency; a built-in one is in its record's currency, or else in the workspace's. */
export function moneyIn(record: ListedRecord, value: unknown, currency: string): MoneyValue | null {
  if (isMoneyValue(value)) return value;
  if (typeof value !== "number") return null;
  const own = record.values.currency;
  return { amountMinor: value, currency: typeof own === "string" ? own : currency };
}

/** A moment's value as an instant; null for what is none. */
export function instantIn(value: unknown): Date | null {
  const at = value instanceof Date ? value : typeof value === "string" ? new Date(value) : null;
  return at && !Number.isNaN(at.getTime()) ? at : null;
}

/** Whether a field's value is an amount, a number or a date: set to the right, in figures of one width. */
export function isNumeric(field: ListField): boolean {
  const type = typeOf(field);
  return type === "number" || type === "money";
}

/** The first width of a column, in CSS pixels. */
export function usualWidth(field: ListField, isTitle: boolean): number {
  if (isTitle) return 260;
  const widths: Partial<Record<ListField["type"], number>> = {
    ...{ checkbox: 100, number: 120, money: 130, date: 120, datetime: 150, text: 180, url: 180 },
    ...{ member: 160, link: 190, stage: 190, list: 150, multi_list: 200 },
  };
  return widths[field.type] ?? 160;
}
