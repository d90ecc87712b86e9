import { messagesOf } from "@/messages";
import type { Field } from "@/server/fields";
import { plainText } from "@/server/filter";
import { type Context, currencyDigits } from "@/server/platform";
import { safeCell } from "./safe-cell";

export type HumanCell = string | number | Date | null;

type Words = {
  /** Names of members, records, stages, sources and the like, by id. */
  names: Readonly<Record<string, string>>;
  /** What amounts without a currency of their own are counted in. */
  currency: string;
};

/** A value as a person reads it in a table: names for ids, local numbers and dates; formulas do not run. */
export function humanText(ctx: Context, field: Field, value: unknown, words: Words): string {
  const cell = humanCell(ctx, field, value, words);
  if (cell === null) return "";
  if (cell instanceof Date) return field.days ? dayText(ctx, cell, "UTC") : momentText(ctx, field, cell);
  if (typeof cell === "number")
    return plainNumber(ctx, cell, field.type === "money" ? currencyDigits(words.currency) : 0);
  return safeCell(cell);
}

/** The same for a workbook, which keeps numbers and dates as such. */
export function humanCell(ctx: Context, field: Field, value: unknown, { names, currency }: Words): HumanCell {
  if (value === null || value === undefined || value === "") return null;
  if (field.type === "money") return money(value, currency);
  if (field.type === "number") return Number(value);
  if (field.type === "checkbox")
    return messagesOf(ctx.language).transfer.export[value === true ? "yes" : "no"];
  if (field.type === "date" || field.type === "datetime") return instant(value);
  const word = !field.custom && named(ctx, field.key)?.[plainText(value)];
  if (word) return word;
  if (Array.isArray(value)) return value.map((one) => nameOf(ctx, field, one, names)).join("; ");
  return nameOf(ctx, field, value, names);
}

/** What values are called that are words in code, by the field's key. */
function named(ctx: Context, key: string): Record<string, string> | undefined {
  const { outcomes, leadKinds } = messagesOf(ctx.language).transfer;
  return { outcome: outcomes, kind: leadKinds }[key];
}

function nameOf(ctx: Context, field: Field, value: unknown, names: Readonly<Record<string, string>>): string {
  if (typeof value === "object" && value !== null && "name" in value) return String(value.name);
  const id = String(value);
  const option = field.options?.find((one) => one.id === id);
  return option?.label?.[ctx.language] ?? option?.name ?? names[id] ?? id;
}

function money(value: unknown, currency: string): number {
  if (typeof value === "object" && value !== null && "amountMinor" in value) {
    const { amountMinor, currency: own } = value as { amountMinor: number; currency: string };
    return amountMinor / 10 ** currencyDigits(own);
  }
  return Number(value) / 10 ** currencyDigits(currency);
}

function instant(value: unknown): Date {
  return value instanceof Date
    ? value
    : new Date(String(value).length === 10 ? `${String(value)}T00:00:00Z` : String(value));
}

function plainNumber(ctx: Context, value: number, digits: number): string {
  return new Intl.NumberFormat(ctx.language, {
    useGrouping: false,
    minimumFractionDigits: digits,
    maximumFractionDigits: Math.max(digits, 6),
  }).format(value);
}

function momentText(ctx: Context, field: Field, at: Date): string {
  if (field.type === "date") return dayText(ctx, at, ctx.timeZone);
  return new Intl.DateTimeFormat(localeOf(ctx), {
    ...{ timeZone: ctx.timeZone, day: "2-digit", month: "2-digit", year: "numeric" },
    ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  })
    .format(at)
    .replace(",", "");
}

function dayText(ctx: Context, at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(localeOf(ctx), {
    ...{ timeZone, day: "2-digit", month: "2-digit", year: "numeric" },
  }).format(at);
}

// The English of most of the world writes the day first; the American order would be read wrongly elsewhere.
function localeOf(ctx: Context): string {
  return ctx.language === "ru" ? "ru" : "en-GB";
}
