import { z } from "zod";
import { WholeLine } from "@/server/crm/line-items/contract";
import { contactPointKinds } from "@/server/crm/records/contract";
import { amountMinor, currency } from "@/server/platform/money";
import { entities } from "@/server/platform/permissions";
import { optionalText, requiredText, text } from "@/server/platform/text";
import type { Cell } from "../read/table";
import { blank, type Parse, type Parsed, refused, textOf, value } from "./parsed";

/** A way to reach somebody as it is kept: what is refused of people today may have been taken once. */
const point = z.strictObject({
  kind: z.enum(contactPointKinds),
  value: requiredText(500),
  label: optionalText(60),
});

const link = z.strictObject({
  id: z.uuid(),
  entity: z.enum(entities),
  way: z.enum(["to", "from"]),
  role: optionalText(100),
});

/** What a record has besides values, each in a column of JSON of our own lossless export. */
const parts = {
  /** Every way to reach somebody, in order. */
  points: z.array(point).max(1_000),
  /** What is sold, in order. */
  lines: z.array(WholeLine).max(300),
  links: z.array(link).max(1_000),
  otherPrices: z.record(currency, amountMinor),
  /** What the choices, stages, members and the like that the row names by id are called. */
  names: z.record(z.string().max(100), text(1_000)),
};

export type Part = keyof typeof parts;
export type Parts = { [key in Part]: z.output<(typeof parts)[key]> };

/** Reads one of these out of its column. */
export function partParser(part: Part): Parse {
  const schema: z.ZodType = parts[part];
  return function parsePart(cell: Cell): Parsed<unknown> {
    const written = textOf(cell);
    if (written === "") return blank;
    const read = schema.safeParse(parsedJson(written));
    if (!read.success) return refused("NOT_OUR_JSON");
    return isEmpty(read.data) ? blank : value(read.data);
  };
}

function parsedJson(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isEmpty(read: unknown): boolean {
  return typeof read === "object" && read !== null && Object.keys(read).length === 0;
}
