import type { Field } from "@/server/fields";
import { dayAt, fold, parseDay } from "@/server/filter";
import { AppError, type Context, parseMoney } from "@/server/platform";

const yes = ["true", "yes", "1", "да"];
const no = ["false", "no", "0", "нет"];

/**
 * A text as a value of the field: amounts as they are written, dates by the day or as "+7" days from now, choices by
 * their names. Blank empties; an amount that no record may lack becomes zero.
 * @throws INVALID at `value` when it is none
 */
export function fieldValue(ctx: Context, field: Field, given: string, row: unknown): unknown {
  const text = given.trim();
  if (text === "") return field.type === "money" && !field.custom ? 0 : null;
  const value = read();
  if (value === undefined || value === null)
    throw new AppError("INVALID", { value: text }, { field: "value" });
  return value;

  function read(): unknown {
    if (field.type === "money") return moneyOf(ctx, field, text, row);
    if (field.type === "number") return numberOf(text);
    if (field.type === "date") return field.custom ? dayOf(ctx, text) : momentOf(ctx, text);
    if (field.type === "datetime")
      return field.custom ? momentOf(ctx, text)?.toISOString() : momentOf(ctx, text);
    if (field.type === "list") return choiceOf(field, text);
    if (field.type === "multi_list") return choicesOf(field, text);
    if (field.type === "checkbox")
      return yes.includes(fold(text)) || (no.includes(fold(text)) ? false : undefined);
    return given;
  }
}

function moneyOf(ctx: Context, { custom }: Field, text: string, row: unknown): unknown {
  const { currency = ctx.currency } = row as { currency?: string };
  if (!custom) return parseMoney(text, currency, ctx.language);
  const own = custom.options.currency ?? ctx.currency;
  const amountMinor = parseMoney(text, own, ctx.language);
  return amountMinor === null ? null : { amountMinor, currency: own };
}

function numberOf(text: string): number | undefined {
  const value = Number(text.replace(/[\s\u00a0\u202f]/g, "").replace(",", "."));
  return Number.isFinite(value) ? value : undefined;
}

const dayMs = 86_400_000;

function later(ctx: Context, text: string): Date | null {
  const days = /^\+(\d{1,4})$/.exec(text)?.[1];
  return days === undefined ? null : new Date(ctx.now().getTime() + Number(days) * dayMs);
}

function momentOf(ctx: Context, text: string): Date | undefined {
  const at = later(ctx, text) ?? new Date(text);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

function dayOf(ctx: Context, text: string): string | undefined {
  const at = later(ctx, text);
  if (!at) return parseDay(text) ? text : undefined;
  const { year, month, day } = dayAt(at, ctx.timeZone);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}`;
}

function choiceOf({ options = [] }: Field, text: string): string | undefined {
  return options.find((one) => one.id === text || fold(one.name) === fold(text))?.id;
}

function choicesOf(field: Field, text: string): string[] | undefined {
  const ids = text.split(",").map((part) => choiceOf(field, part.trim()));
  return ids.every((id) => id !== undefined) ? ids : undefined;
}
