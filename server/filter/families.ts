import { type SQL, sql } from "drizzle-orm";
import { fold, plainText } from "./fold";
import { type Clock, inDays, type Period, periodOf } from "./moments";
import type { FieldType, OperatorName } from "./types";

/** What a filter needs of a field: how Postgres finds its value, and how JavaScript reads it from a record. */
export type Facet = {
  type: FieldType;
  /** text: the value; number, money: a bigint; checkbox: 0 or 1; date, datetime: timestamptz; multi_list: jsonb. */
  sql: SQL;
  /** A text's value kept in lower case; without it Postgres lowers every value it meets. */
  folded?: SQL;
  /** How many parts of `sql` make one: 10,000 for numbers kept to four decimals. */
  scale?: number;
  /** Holds a day without a time, as midnight UTC. */
  days?: boolean;
  /** Holds an id in a column of ids: anything else is no value. */
  ids?: boolean;
  /** Puts a condition on a linked record where the record itself is asked: an EXISTS through the links. */
  wrap?(condition: SQL): SQL;
  read(record: unknown): unknown;
};

/** One comparison, said twice. `value` is null where the record has none; neither ever answers NULL. */
type Operator<V, A> = { sql(column: SQL, to: A): SQL; js(value: V | null, to: A): boolean };

/** Types that compare alike. */
export type Family<V, One> = {
  column(facet: Facet): SQL;
  /** The record's value, ready to compare; null for none. */
  value(read: unknown, facet: Facet): V | null;
  /** What the leaf compares with; undefined when it is not such a value. */
  take(value: unknown, facet: Facet, clock: Clock): One | undefined;
  one: Partial<Record<OperatorName, Operator<V, One>>>;
  pair?: Operator<V, readonly [One, One]>;
  list: Partial<Record<OperatorName, Operator<V, readonly One[]>>>;
  empty: Operator<V, null>;
};

const known = (column: SQL, comparison: SQL) => sql`(${column} is not null and ${column} ${comparison})`;
const joined = (values: readonly SQL[]) => sql.join([...values], sql`, `);

const isNull = { sql: (column: SQL) => sql`(${column} is null)`, js: (value: unknown) => value === null };

// Postgres stores neither NUL nor half a surrogate pair: it would break off where no record could ever match.
const isStorable = (value: string) => !value.includes("\u0000") && value.isWellFormed();

const likeText = (value: string) => sql`${value}::text`;
const afterAll = "\u{10FFFF}";

export const text: Family<string, string> = {
  column: (facet) => facet.folded ?? sql`lower(${facet.sql})`,
  value: (read) => (read === null || read === undefined ? null : fold(plainText(read))),
  take: (value) =>
    typeof value === "string" && value.length <= 1_000 && isStorable(value) ? fold(value) : undefined,
  one: {
    eq: {
      sql: (column, to) => known(column, sql`= ${likeText(to)}`),
      js: (value, to) => value === to,
    },
    ne: {
      sql: (column, to) => sql`(${column} is distinct from ${likeText(to)})`,
      js: (value, to) => value !== to,
    },
    contains: {
      sql: (column, to) => sql`coalesce(position(${likeText(to)} in ${column}) > 0, false)`,
      js: (value, to) => value?.includes(to) ?? false,
    },
    not_contains: {
      sql: (column, to) => sql`coalesce(position(${likeText(to)} in ${column}) = 0, true)`,
      js: (value, to) => !value?.includes(to),
    },
    // A range in byte order: the one way to ask for a beginning that an index answers under row level security.
    starts: {
      sql: (column, to) =>
        sql`(${column} is not null and ${column} collate "C" >= ${to} and ${column} collate "C" < ${to + afterAll})`,
      js: (value, to) => value?.startsWith(to) ?? false,
    },
  },
  list: {
    in: {
      sql: (column, to) => (to.length ? known(column, sql`in (${joined(to.map(likeText))})`) : sql`false`),
      js: (value, to) => value !== null && to.includes(value),
    },
    not_in: {
      sql: (column, to) =>
        to.length ? sql`(${column} is null or ${column} not in (${joined(to.map(likeText))}))` : sql`true`,
      js: (value, to) => value === null || !to.includes(value),
    },
  },
  empty: {
    sql: (column) => sql`(${column} is null or ${column} = '')`,
    js: (value) => value === null || value === "",
  },
};

const whole = (value: number) => sql`${value}::bigint`;

export const amount: Family<number, number> = {
  column: (facet) => facet.sql,
  value: (read, { scale = 1 }) => (typeof read === "number" ? Math.round(read * scale) : null),
  take(value, { scale = 1 }) {
    if (typeof value !== "number") return undefined;
    const scaled = Math.round(value * scale);
    const exact = Number.isSafeInteger(scaled) && scaled / scale === value;
    return exact ? scaled : undefined;
  },
  one: {
    eq: { sql: (c, to) => known(c, sql`= ${whole(to)}`), js: (value, to) => value === to },
    ne: { sql: (c, to) => sql`(${c} is distinct from ${whole(to)})`, js: (value, to) => value !== to },
    gt: { sql: (c, to) => known(c, sql`> ${whole(to)}`), js: (value, to) => value !== null && value > to },
    gte: { sql: (c, to) => known(c, sql`>= ${whole(to)}`), js: (value, to) => value !== null && value >= to },
    lt: { sql: (c, to) => known(c, sql`< ${whole(to)}`), js: (value, to) => value !== null && value < to },
    lte: { sql: (c, to) => known(c, sql`<= ${whole(to)}`), js: (value, to) => value !== null && value <= to },
  },
  pair: {
    sql: (c, [from, to]) => known(c, sql`between ${whole(from)} and ${whole(to)}`),
    js: (value, [from, to]) => value !== null && value >= from && value <= to,
  },
  list: {},
  empty: isNull,
};

const at = (date: Date) => sql`${date.toISOString()}::timestamptz`;

export const moment: Family<number, Period> = {
  column: (facet) => facet.sql,
  value(read) {
    if (read === null || read === undefined) return null;
    const ms = read instanceof Date ? read.getTime() : Date.parse(plainText(read));
    return Number.isNaN(ms) ? null : ms;
  },
  take(value, { days }, clock) {
    const period = periodOf(value, clock);
    if (!period) return undefined;
    return days ? inDays(period, clock.timeZone) : period;
  },
  one: {
    eq: {
      sql: (c, { from, to }) => known(c, sql`>= ${at(from)} and ${c} < ${at(to)}`),
      js: (value, to) => value !== null && isIn(value, to),
    },
    ne: {
      sql: (c, { from, to }) => sql`(${c} is null or ${c} < ${at(from)} or ${c} >= ${at(to)})`,
      js: (value, to) => value === null || !isIn(value, to),
    },
    gt: { sql: (c, { to }) => known(c, sql`>= ${at(to)}`), js: (v, { to }) => v !== null && v >= +to },
    gte: {
      sql: (c, { from }) => known(c, sql`>= ${at(from)}`),
      js: (v, { from }) => v !== null && v >= +from,
    },
    lt: { sql: (c, { from }) => known(c, sql`< ${at(from)}`), js: (v, { from }) => v !== null && v < +from },
    lte: { sql: (c, { to }) => known(c, sql`< ${at(to)}`), js: (v, { to }) => v !== null && v < +to },
  },
  pair: {
    sql: (c, [{ from }, { to }]) => known(c, sql`>= ${at(from)} and ${c} < ${at(to)}`),
    js: (value, [{ from }, { to }]) => value !== null && isIn(value, { from, to }),
  },
  list: {},
  empty: isNull,
};

function isIn(ms: number, { from, to }: Period): boolean {
  return ms >= from.getTime() && ms < to.getTime();
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const nobody = "00000000-0000-0000-0000-000000000000";

// Without a cast: the value takes the column's own type, uuid or text.
const id = (value: string) => sql`${value}`;

export const one: Family<string, string> = {
  column: (facet) => facet.sql,
  value: (read) => (read === null || read === undefined || read === "" ? null : plainText(read)),
  take(value, { type, ids }, { memberId }) {
    if (typeof value !== "string" || value.length > 100 || !isStorable(value)) return undefined;
    if (type === "list" && !ids) return value;
    if (type === "member" && value === "me") return memberId ?? nobody;
    return uuid.test(value) ? value.toLowerCase() : undefined;
  },
  one: {
    eq: { sql: (c, to) => known(c, sql`= ${id(to)}`), js: (value, to) => value === to },
    ne: { sql: (c, to) => sql`(${c} is distinct from ${id(to)})`, js: (value, to) => value !== to },
  },
  list: {
    in: {
      sql: (c, to) => (to.length ? known(c, sql`in (${joined(to.map(id))})`) : sql`false`),
      js: (value, to) => value !== null && to.includes(value),
    },
    not_in: {
      sql: (c, to) => (to.length ? sql`(${c} is null or ${c} not in (${joined(to.map(id))}))` : sql`true`),
      js: (value, to) => value === null || !to.includes(value),
    },
  },
  empty: isNull,
};

const array = (values: readonly string[]) => sql`array[${joined(values.map(likeText))}]::text[]`;

export const many: Family<readonly string[], string> = {
  column: (facet) => facet.sql,
  value: (read) => (Array.isArray(read) && read.length > 0 ? read.map(plainText) : null),
  take: (value) =>
    typeof value === "string" && value.length <= 100 && isStorable(value) ? value : undefined,
  one: {},
  list: {
    any: {
      sql: (c, to) => (to.length ? sql`coalesce(jsonb_exists_any(${c}, ${array(to)}), false)` : sql`false`),
      js: (value, to) => value !== null && to.some((item) => value.includes(item)),
    },
    all: {
      sql: (c, to) => (to.length ? sql`coalesce(jsonb_exists_all(${c}, ${array(to)}), false)` : sql`true`),
      js: (value, to) => to.every((item) => value?.includes(item) ?? false),
    },
    none: {
      sql: (c, to) =>
        to.length ? sql`not coalesce(jsonb_exists_any(${c}, ${array(to)}), false)` : sql`true`,
      js: (value, to) => !to.some((item) => value?.includes(item)),
    },
  },
  empty: {
    sql: (c) => sql`coalesce(${c} in ('[]'::jsonb, 'null'::jsonb), true)`,
    js: (value) => value === null,
  },
};

export const checkbox: Family<boolean, boolean> = {
  column: (facet) => facet.sql,
  value: (read) => read === true,
  take: (value) => (typeof value === "boolean" ? value : undefined),
  one: {
    eq: {
      sql: (c, to) => (to ? known(c, sql`= 1`) : sql`(${c} is distinct from 1)`),
      js: (value, to) => (value ?? false) === to,
    },
  },
  list: {},
  empty: isNull,
};

export const presence: Family<unknown, never> = {
  column: (facet) => facet.sql,
  value: (read) => read ?? null,
  take: () => undefined,
  one: {},
  list: {},
  empty: isNull,
};
