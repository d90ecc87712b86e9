import { Environment } from "@marcbachmann/cel-js";
import { dayAt, type FieldType, parseDay, plainText, utc } from "@/server/filter";
import { AppError, type Context, currencyDigits } from "@/server/platform";
import type { CustomField, FormulaResult } from "./contract";
import { comparable, type Field, isMoney } from "./define-field";

/** What a formula came to; a mistake is told, not thrown: one record's empty field must not hide a list. */
export type Computed = { value: unknown } | { error: "no_value" | "not_a_number" | "failed" };

const timestamp = "google.protobuf.Timestamp";

const celTypes: Partial<Record<FieldType, "string" | "double" | "bool" | typeof timestamp>> = {
  text: "string",
  url: "string",
  list: "string",
  number: "double",
  money: "double",
  checkbox: "bool",
  date: timestamp,
  datetime: timestamp,
};

const resultTypes: Record<FormulaResult, string> = {
  text: "string",
  number: "double",
  money: "double",
  checkbox: "bool",
  date: timestamp,
};

// No macros and no regular expressions: what is left ends soon, whatever is written.
const functions = [
  "round",
  "floor",
  "ceil",
  "min",
  "max",
  "days",
  "addDays",
  "contains",
  "startsWith",
  "endsWith",
];
const limits = { maxAstNodes: 300, maxDepth: 40, maxListElements: 20, maxMapEntries: 0, maxCallArguments: 4 };

/** The name a field has in formulas: `amountMinor` is `amount` there, in whole units. */
export function formulaName(key: string): string {
  return key.replace(/Minor$/, "");
}

/** @throws INVALID at `options.formula` when it has a mistake, or comes to something else than it promises */
export function assertFormula(formula: string, returns: FormulaResult, fields: readonly Field[]): void {
  const reason = mistakeOf(formula, returns, fields);
  if (reason) throw new AppError("FORMULA_INVALID", { reason }, { field: "options.formula" });
}

/** What is wrong with a formula, in a line for whoever writes it; null when it can be computed. */
export function mistakeOf(formula: string, returns: FormulaResult, fields: readonly Field[]): string | null {
  const foreign = callsOf(formula).find((name) => !functions.includes(name));
  if (foreign) return `${foreign}()`;
  try {
    const { valid, type, error } = environmentOf(fields).parse(inDoubles(formula)).check();
    if (!valid) return firstLine(error);
    return type === resultTypes[returns] ? null : `${type ?? "?"} ≠ ${resultTypes[returns]}`;
  } catch (error) {
    return firstLine(error);
  }
}

/** Computes a formula over records; written once, read many times. */
export function formulaReader(
  ctx: Context,
  { options: { formula = "", returns = "text" } }: CustomField,
  fields: readonly Field[],
): (record: unknown) => Computed {
  let run: ((values: Record<string, unknown>) => unknown) | null = null;
  const used = fields.filter((field) => celTypes[field.type] && formula.includes(formulaName(field.key)));
  return (record) => {
    try {
      run ??= environmentOf(fields).parse(inDoubles(formula));
      const values: Record<string, unknown> = { now: ctx.now(), today: today(ctx) };
      for (const field of used) {
        const value = inputOf(field, field.read(record), currencyOf(ctx, field, record));
        if (value === null) return { error: "no_value" };
        values[formulaName(field.key)] = value;
      }
      return resultOf(returns, run(values), currencyOf(ctx, null, record));
    } catch {
      return { error: "failed" };
    }
  };
}

function environmentOf(fields: readonly Field[]): Environment {
  const environment = new Environment({ limits })
    .registerVariable("now", timestamp)
    .registerVariable("today", timestamp)
    .registerFunction("round(double): double", (x: number) => Math.round(x))
    .registerFunction("floor(double): double", (x: number) => Math.floor(x))
    .registerFunction("ceil(double): double", (x: number) => Math.ceil(x))
    .registerFunction("min(double, double): double", (a: number, b: number) => Math.min(a, b))
    .registerFunction("max(double, double): double", (a: number, b: number) => Math.max(a, b))
    .registerFunction(`days(${timestamp}, ${timestamp}): double`, (a: Date, b: Date) =>
      Math.floor((b.getTime() - a.getTime()) / 86_400_000),
    )
    .registerFunction(
      `addDays(${timestamp}, double): ${timestamp}`,
      (a: Date, days: number) => new Date(a.getTime() + days * 86_400_000),
    );
  for (const field of fields) {
    const type = celTypes[field.type];
    if (type) environment.registerVariable(formulaName(field.key), type);
  }
  return environment;
}

// Nothing counts as nothing: an empty amount is 0, an empty text "". A date that is not there is no date.
function inputOf(field: Field, raw: unknown, currency: string): unknown {
  const value = comparable(raw);
  const type = celTypes[field.type];
  if (field.type === "list") return field.options?.find((one) => one.id === value)?.name ?? "";
  if (type === "string") return value === null ? "" : plainText(value);
  if (type === "bool") return value === true;
  if (field.type === "money") return Number(value ?? 0) / 10 ** currencyDigits(currency);
  if (type === "double") return Number(value ?? 0);
  if (value instanceof Date) return value;
  const day = typeof value === "string" ? parseDay(value) : null;
  if (day) return new Date(utc(day));
  return typeof value === "string" ? new Date(value) : null;
}

function resultOf(returns: FormulaResult, value: unknown, currency: string): Computed {
  if (returns === "text" || returns === "checkbox") return { value };
  if (returns === "date") {
    return value instanceof Date && !Number.isNaN(value.getTime())
      ? { value: value.toISOString().slice(0, 10) }
      : { error: "failed" };
  }
  const number = Number(value);
  if (!Number.isFinite(number)) return { error: "not_a_number" };
  if (returns === "number") return { value: Math.round(number * 10_000) / 10_000 };
  return { value: { amountMinor: Math.round(number * 10 ** currencyDigits(currency)), currency } };
}

// A custom amount says its currency; a built-in one is in its record's, or else in the organization's.
function currencyOf(ctx: Context, field: Field | null, record: unknown): string {
  const held = field?.read(record);
  if (isMoney(held)) return held.currency;
  return (record as { currency?: string }).currency ?? ctx.currency;
}

function today(ctx: Context): Date {
  return new Date(utc(dayAt(ctx.now(), ctx.timeZone)));
}

const parts = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[A-Za-z_]\w*|\d+\.\d+(?:[eE][+-]?\d+)?|\d+)/g;

// One kind of number: 2 means 2.0, so that whole and broken ones mix.
function inDoubles(formula: string): string {
  return formula.replace(parts, (part) => (/^\d+$/.test(part) ? `${part}.0` : part));
}

function callsOf(formula: string): string[] {
  const bare = formula.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '""');
  return [...bare.matchAll(/([A-Za-z_]\w*)\s*\(/g)].map((found) => found[1] ?? "");
}

function firstLine(error: unknown): string {
  return error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
}
