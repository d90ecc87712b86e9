import { type Field, isMoney, nameOfValue } from "@/server/fields";
import { resultIn, shownType } from "@/server/fields/contract";
import { parseDay, plainText, utc } from "@/server/filter";
import { type Context, formatMoney } from "@/server/platform";
import type { Json } from "../interpreter/definition";

const words = { en: { true: "yes", false: "no" }, ru: { true: "да", false: "нет" } };

/** A field's value ready to read, in the organization's language; null for none. */
export function displayed(
  ctx: Context,
  field: Field,
  record: unknown,
  names: Readonly<Record<string, string>>,
): Json {
  const type = shownType({ type: field.type, returns: field.custom?.options.returns });
  const value = resultIn(field.read(record));
  if (value === null || value === undefined) return null;
  if (isMoney(value)) return formatMoney(value.amountMinor, value.currency, ctx.language);
  if (type === "money" && typeof value === "number") {
    return formatMoney(value, currencyOf(record) ?? ctx.currency, ctx.language);
  }
  if (typeof value === "number") return new Intl.NumberFormat(ctx.language).format(value);
  if (typeof value === "boolean") return words[ctx.language][`${value}`];
  if (Array.isArray(value)) return value.map((one) => nameOfValue(ctx, field, one, names)).join(", ");
  if (value instanceof Date) return type === "date" ? dateOf(ctx, value) : momentOf(ctx, value);
  const text = plainText(value);
  if (type === "date") return dayOf(ctx, text);
  if (type === "datetime") return momentOf(ctx, new Date(text));
  return nameOfValue(ctx, field, text, names);
}

function currencyOf(record: unknown): string | null {
  const { currency } = record as { currency?: unknown };
  return typeof currency === "string" ? currency : null;
}

function dateOf(ctx: Context, value: Date, timeZone = ctx.timeZone): string {
  return new Intl.DateTimeFormat(ctx.language, { dateStyle: "long", timeZone }).format(value);
}

function momentOf(ctx: Context, value: Date): string {
  const look = { dateStyle: "long", timeStyle: "short", timeZone: ctx.timeZone } as const;
  return new Intl.DateTimeFormat(ctx.language, look).format(value);
}

function dayOf(ctx: Context, text: string): string {
  const day = parseDay(text);
  return day ? dateOf(ctx, new Date(utc(day)), "UTC") : dateOf(ctx, new Date(text));
}
