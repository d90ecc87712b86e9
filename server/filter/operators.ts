import { type SQL, sql } from "drizzle-orm";
import { amount, checkbox, type Facet, type Family, many, moment, one, presence, text } from "./families";
import type { Clock } from "./moments";
import { arityOf, type FieldType, type OperatorName, operatorsOf } from "./types";

/** A leaf made ready: its value understood, relative dates turned into instants. */
export type Check = { sql: SQL; js(read: unknown): boolean };

/** Why a leaf is refused. */
export type Fault = "unknown_operator" | "bad_value";

// One family's value and argument types never meet another's: each check is built whole inside `checkOf`.
type AnyFamily = Family<unknown, unknown>;

const families = {
  text,
  url: text,
  number: amount,
  money: amount,
  date: moment,
  datetime: moment,
  list: one,
  multi_list: many,
  checkbox,
  member: one,
  link: one,
  stage: one,
  pipeline: one,
  source: one,
  loss_reason: one,
  file: presence,
  formula: presence,
} as unknown as Record<FieldType, AnyFamily>;

const longestList = 1_000;

/** What the operator asks of the field. Comparing with null asks whether there is a value at all. */
export function checkOf(facet: Facet, operator: OperatorName, value: unknown, clock: Clock): Check | Fault {
  if (!operatorsOf[facet.type].includes(operator)) return "unknown_operator";
  const family = families[facet.type];
  const column = family.column(facet);
  const check = (
    ask: { sql(column: SQL, to: never): SQL; js(value: unknown, to: never): boolean },
    to: unknown,
  ) => ({
    sql: ask.sql(column, to as never),
    js: (read: unknown) => ask.js(family.value(read, facet), to as never),
  });
  const absent = value === null || value === undefined;
  const asksPresence = operator === "empty" || operator === "not_empty";
  if (asksPresence || (absent && (operator === "eq" || operator === "ne") && facet.type !== "checkbox")) {
    const empty = check(family.empty, null);
    return operator === "empty" || operator === "eq" ? empty : negated(empty);
  }
  const take = (item: unknown) => family.take(item, facet, clock);
  if (arityOf(operator) === "one") {
    const [to, ask] = [take(value), family.one[operator]];
    return to === undefined || !ask ? "bad_value" : check(ask, to);
  }
  const values = Array.isArray(value) && value.length <= longestList ? value.map(take) : null;
  if (!values || values.includes(undefined)) return "bad_value";
  if (operator === "between") {
    return values.length === 2 && family.pair ? check(family.pair, values) : "bad_value";
  }
  const ask = family.list[operator];
  return ask ? check(ask, values) : "unknown_operator";
}

function negated(check: Check): Check {
  return { sql: sql`(not ${check.sql})`, js: (read) => !check.js(read) };
}
