import { z } from "zod";
import { parseDay } from "@/server/filter";
import { amountMinor, currency, optionalText, requiredText } from "@/server/platform";
import type { CustomField } from "./contract";
import { numberScale } from "./slots";

const invalid = (code: string) => ({ params: { code } });

// The largest whose ten-thousandths a double still tells apart.
const largest = 99_999_999_999;

const number = z
  .number()
  .min(-largest)
  .max(largest)
  .refine((value) => Math.round(value * numberScale) / numberScale === value, invalid("decimals"));

const day = z.string().refine((value) => parseDay(value) !== null, invalid("date"));

const instant = z
  .union([z.date(), z.iso.datetime({ offset: true })])
  .transform((value) => new Date(value).toISOString());

const schemes = ["http:", "https:", "mailto:", "tel:"];

const url = requiredText(1_000).transform((value, issues) => {
  const whole = /^[a-z]+:/i.test(value) ? value : `https://${value}`;
  const parsed = URL.canParse(whole) ? new URL(whole) : null;
  if (parsed && schemes.includes(parsed.protocol) && parsed.href.length <= 2_000) return parsed.href;
  issues.addIssue({ code: "custom", ...invalid("url") });
  return z.NEVER;
});

const file = z.strictObject({ id: z.uuid(), name: requiredText(300) });

function choiceOf(field: CustomField) {
  const ids = (field.options.choices ?? []).map((choice) => choice.id);
  return z.string().refine((value) => ids.includes(value), invalid("choice"));
}

/** Reads a value of a field as it is stored. */
function valueSchema(field: CustomField): z.ZodType {
  const { type, options } = field;
  if (type === "text") return optionalText(options.long ? 10_000 : 500);
  if (type === "number") return number;
  if (type === "money") return z.strictObject({ amountMinor, currency });
  if (type === "date") return day;
  if (type === "datetime") return instant;
  if (type === "list") return choiceOf(field);
  if (type === "multi_list") return blankList(z.array(choiceOf(field)).max(100));
  if (type === "checkbox") return z.boolean();
  if (type === "url") return url;
  if (type === "file") return blankList(z.array(file).max(20));
  if (type === "member" || type === "link") return z.uuid();
  return z.never();
}

// A list of nothing is no value, and nothing is in it twice.
function blankList<T extends z.ZodType<unknown[]>>(list: T) {
  return list.transform((items) => (items.length === 0 ? null : [...new Set(items)]));
}

/**
 * Reads values of custom fields by their keys: strict, partial, null empties a field that is not required. Built from
 * the definitions, so that an issue's path is the key.
 */
export function valuesSchema(fields: readonly CustomField[]) {
  const shape = Object.fromEntries(
    fields
      .filter((field) => field.type !== "formula")
      .map((field) => [
        field.key,
        field.required ? required(field) : valueSchema(field).nullable().optional(),
      ]),
  );
  return z.strictObject(shape);
}

function required(field: CustomField) {
  return valueSchema(field)
    .refine((value) => value !== null, invalid("required"))
    .optional();
}
