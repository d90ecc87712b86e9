import { messagesOf } from "@/messages";
import { type Field, isMoney, nameOfValue } from "@/server/fields";
import { resultIn, shownType } from "@/server/fields/contract";
import { plainText } from "@/server/filter";
import { type Context, currencyDigits } from "@/server/platform";
import { safeCell } from "./safe-cell";

/** A day without a time, `yyyy-MM-dd`, which no time zone turns. */
export type DayCell = { day: string };
/** An amount in whole units; `currency` where it is not the record's. */
export type AmountCell = { amount: number; digits: number; currency: string | null };
export type HumanCell = string | number | Date | DayCell | AmountCell | null;

type Words = {
  /** Names of members, records, stages, sources and the like, by id. */
  names: Readonly<Record<string, string>>;
  /** What amounts without a currency of their own are counted in. */
  currency: string;
};

/** A value as a workbook keeps it, and a text table writes it: names for ids, numbers and dates as such. */
export function humanCell(ctx: Context, field: Field, held: unknown, { names, currency }: Words): HumanCell {
  const type = shownType({ type: field.type, returns: field.custom?.options.returns });
  const value = resultIn(held);
  if (value === undefined) return messagesOf(ctx.language).transfer.export.failed;
  if (value === null || value === "") return null;
  if (type === "money") return amountIn(value, currency);
  if (type === "number") return Number(value);
  if (type === "checkbox") return messagesOf(ctx.language).transfer.export[value === true ? "yes" : "no"];
  if (type === "date") return dayIn(ctx, value);
  if (type === "datetime") return new Date(plainText(value));
  const word = !field.custom && named(ctx, field.key)?.[plainText(value)];
  if (word) return word;
  if (Array.isArray(value)) return value.map((one) => nameOfValue(ctx, field, one, names)).join("; ");
  return nameOfValue(ctx, field, value, names);
}

/** A cell as text: local numbers and dates; formulas do not run. */
export function humanText(ctx: Context, cell: HumanCell): string {
  if (cell === null) return "";
  if (cell instanceof Date) return momentText(ctx, cell);
  if (typeof cell === "number") return plainNumber(ctx, cell, 0);
  if (typeof cell === "string") return safeCell(cell);
  if ("day" in cell) return dayText(ctx, cell.day);
  const amount = plainNumber(ctx, cell.amount, cell.digits);
  return cell.currency ? `${amount} ${cell.currency}` : amount;
}

/** What values are called that are words in code, by the field's key. */
function named(ctx: Context, key: string): Record<string, string> | undefined {
  const { outcomes, leadKinds } = messagesOf(ctx.language).transfer;
  return { outcome: outcomes, kind: leadKinds }[key];
}

// An amount of the organization's own field says its currency: the record's column of currencies is not its.
function amountIn(value: unknown, recordCurrency: string): AmountCell {
  const own = isMoney(value) ? value : null;
  const code = own?.currency ?? recordCurrency;
  const digits = currencyDigits(code);
  const minor = own ? own.amountMinor : Number(value);
  return { amount: minor / 10 ** digits, digits, currency: own ? code : null };
}

// A day is kept as such, or as an instant of it: then it is the workspace's.
function dayIn(ctx: Context, value: unknown): DayCell {
  const text = plainText(value);
  if (text.length === 10) return { day: text };
  return { day: new Intl.DateTimeFormat("sv-SE", { timeZone: ctx.timeZone }).format(new Date(text)) };
}

function plainNumber(ctx: Context, value: number, digits: number): string {
  return new Intl.NumberFormat(ctx.language, {
    useGrouping: false,
    minimumFractionDigits: digits,
    maximumFractionDigits: Math.max(digits, 6),
  }).format(value);
}

const days = { day: "2-digit", month: "2-digit", year: "numeric" } as const;

function momentText(ctx: Context, at: Date): string {
  const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  return new Intl.DateTimeFormat(localeOf(ctx), { timeZone: ctx.timeZone, ...days, ...time })
    .format(at)
    .replace(",", "");
}

function dayText(ctx: Context, day: string): string {
  return new Intl.DateTimeFormat(localeOf(ctx), { timeZone: "UTC", ...days }).format(
    new Date(`${day}T00:00Z`),
  );
}

// The English of most of the world writes the day first; the American order would be read wrongly elsewhere.
function localeOf(ctx: Context): string {
  return ctx.language === "ru" ? "ru" : "en-GB";
}
