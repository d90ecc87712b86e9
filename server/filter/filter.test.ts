import { type SQL, sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { getDatabase } from "@/db/client";
import { useTestDatabase } from "@/db/testing";
import { type Facet } from "./families";
import {
  type Clock,
  type Filter,
  FilterError,
  filterSchema,
  type Leaf,
  matches,
  resolve,
  toSql,
} from "./index";
import { arityOf, type FieldType, type OperatorName, operatorsOf } from "./types";

useTestDatabase();

type Linked = { name: string | null; size: number | null };
type Row = {
  title: string | null;
  amount: number | null;
  area: number | null;
  at: Date | null;
  day: string | null;
  owner: string | null;
  tags: string[] | null;
  urgent: boolean | null;
  file: { name: string } | null;
  company: Linked | null;
};

const people = ["00000000-0000-7000-8000-00000000000a", "00000000-0000-7000-8000-00000000000b"] as const;
const clock: Clock = {
  now: new Date("2026-03-08T15:30:00Z"),
  timeZone: "America/New_York",
  memberId: people[0],
};

const wrap = (condition: SQL) => sql`exists (select from l where l.n = r.n and ${condition})`;
const field = (
  type: FieldType,
  column: SQL,
  read: (row: Row) => unknown,
  more: Partial<Facet> = {},
): Facet => ({
  type,
  sql: column,
  read: (row) => read(row as Row),
  ...more,
});

const facets: Record<string, Facet> = {
  title: field("text", sql`r.title`, (row) => row.title),
  amount: field("money", sql`r.amount`, (row) => row.amount),
  area: field("number", sql`r.area`, (row) => row.area, { scale: 10_000 }),
  at: field("datetime", sql`r.at`, (row) => row.at),
  day: field("date", sql`r.day`, (row) => row.day, { days: true }),
  owner: field("member", sql`r.owner`, (row) => row.owner),
  tags: field("multi_list", sql`r.tags`, (row) => row.tags),
  urgent: field("checkbox", sql`r.urgent`, (row) => row.urgent),
  file: field("file", sql`r.file`, (row) => row.file),
  "company.name": field("text", sql`l.name`, (row) => row.company?.name, { wrap }),
  "company.size": field("number", sql`l.size`, (row) => row.company?.size, { wrap }),
};
const lookup = (path: string) => facets[path] ?? null;

const text = fc.constantFrom(
  "Окна",
  "окна",
  "ОК",
  "Doors 100%",
  "",
  "a_b",
  "Ёлка",
  "ΣΑΣ",
  "ς",
  "İz",
  "iz",
  "ß",
  "null",
);
const amount = fc.constantFrom(-5, 0, 1, 100, 9_007_199_254_740_991);
const area = fc.constantFrom(-1.5, 0, 0.0001, 0.1, 0.3, 12.3456, 99_999_999_999.9999);
const instants = [
  "2025-12-31T23:59:59.999Z",
  "2026-01-01T05:00:00Z",
  "2026-03-08T04:59:59.999Z",
  "2026-03-08T05:00:00Z",
  "2026-03-08T15:30:00Z",
  "2026-03-09T03:59:59.999Z",
  "2026-03-09T04:00:00Z",
  "2026-04-01T12:00:00.123Z",
];
const at = fc.constantFrom(...instants).map((one) => new Date(one));
const day = fc.constantFrom(
  "2025-12-31",
  "2026-01-01",
  "2026-03-07",
  "2026-03-08",
  "2026-03-09",
  "2026-06-30",
);
const tag = fc.constantFrom("a", "b", "c", 'q"');

const count = fc.integer({ min: 1, max: 14 });
const unit = fc.constantFrom("day", "week", "month", "quarter", "year");
const moment = fc.oneof(
  at,
  fc.constantFrom(...instants),
  day,
  fc.record({ relative: fc.constantFrom("now", "today", "yesterday", "tomorrow") }),
  fc.record({ relative: fc.constant("this"), unit }),
  fc.record({ relative: fc.constantFrom("last", "next"), unit }),
  fc.record({ relative: fc.constantFrom("last", "next"), unit, count }),
  fc.record({ relative: fc.constantFrom("ago", "ahead"), unit: fc.oneof(unit, fc.constant("hour")), count }),
);

const row: fc.Arbitrary<Row> = fc.record({
  title: fc.option(text),
  amount: fc.option(amount),
  area: fc.option(area),
  at: fc.option(at),
  day: fc.option(day),
  owner: fc.option(fc.constantFrom(...people)),
  tags: fc.option(fc.uniqueArray(tag, { maxLength: 3 })),
  urgent: fc.option(fc.boolean()),
  file: fc.option(fc.constant({ name: "a.pdf" })),
  company: fc.option(fc.record({ name: fc.option(text), size: fc.option(fc.constantFrom(-1, 0, 7)) })),
});

const values: Record<string, fc.Arbitrary<unknown>> = {
  title: text,
  amount,
  area,
  at: moment,
  day: moment,
  owner: fc.constantFrom(...people, "me"),
  tags: tag,
  urgent: fc.boolean(),
  file: fc.constant(null),
  "company.name": text,
  "company.size": fc.constantFrom(-1, 0, 3, 7),
};

function valueFor(key: string, operator: OperatorName): fc.Arbitrary<unknown> {
  const one = values[key] ?? fc.constant(null);
  const arity = arityOf(operator);
  if (arity === "none") return fc.constant(undefined);
  if (arity === "pair") return fc.tuple(one, one);
  if (arity === "list") return fc.array(one, { maxLength: 3 });
  return operator === "eq" && key !== "urgent" ? fc.option(one) : one;
}

const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  ...Object.entries(facets).flatMap(([key, { type }]) =>
    operatorsOf[type].map((operator) =>
      valueFor(key, operator).map((value) => ({ field: key, operator, value })),
    ),
  ),
);

const { tree } = fc.letrec<{ tree: Filter }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.record({ and: fc.array(tie("tree"), { maxLength: 3 }) }),
    fc.record({ or: fc.array(tie("tree"), { maxLength: 3 }) }),
    fc.record({ not: tie("tree") }),
  ),
}));

async function passingInSql(condition: SQL, rows: Row[]): Promise<number[]> {
  const list = (items: SQL[]) => sql.join(items, sql`, `);
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  const r = rows.map(
    (one, n) => sql`(${n}::int, ${one.title}::text, ${one.amount}::bigint,
      ${one.area === null ? null : Math.round(one.area * 10_000)}::bigint, ${one.at?.toISOString() ?? null}::timestamptz,
      ${one.day === null ? null : `${one.day}T00:00:00Z`}::timestamptz, ${one.owner}::uuid, ${json(one.tags)}::jsonb,
      ${one.urgent === null ? null : Number(one.urgent)}::bigint, ${json(one.file)}::jsonb)`,
  );
  const l = rows.flatMap(({ company }, n) =>
    company ? [sql`(${n}::int, ${company.name}::text, ${company.size}::bigint)`] : [],
  );
  const { rows: found } = await getDatabase().execute<{ n: number; answer: boolean | null }>(
    sql`with r (n, title, amount, area, at, day, owner, tags, urgent, file) as (values ${list(r)}),
      l (n, name, size) as (values ${list([sql`(-1, '', 0::bigint)`, ...l])})
      select n, ${condition} as answer from r order by n`,
  );
  expect(found.every((one) => one.answer !== null)).toBe(true);
  return found.filter((one) => one.answer).map((one) => one.n);
}

describe("a filter", () => {
  it("says the same in Postgres and in JavaScript, and never NULL", async () => {
    await fc.assert(
      fc.asyncProperty(tree, fc.array(row, { minLength: 1, maxLength: 12 }), async (filter, rows) => {
        const resolved = resolve(filter, lookup, clock);
        const inJs = rows.flatMap((one, n) => (matches(resolved, one) ? [n] : []));
        expect(await passingInSql(toSql(resolved), rows)).toEqual(inJs);
      }),
      { numRuns: 1_000 },
    );
  });

  it("agrees with itself on every operator, one by one", async () => {
    const rows = fc.sample(row, { numRuns: 60, seed: 7 });
    for (const one of fc.sample(leaf, { numRuns: 400, seed: 7 })) {
      const resolved = resolve(one, lookup, clock);
      const inJs = rows.flatMap((record, n) => (matches(resolved, record) ? [n] : []));
      expect([one, await passingInSql(toSql(resolved), rows)]).toEqual([one, inJs]);
    }
  });

  it("of nothing holds for all with and, for none with or", () => {
    expect(matches(resolve({ and: [] }, lookup, clock), {})).toBe(true);
    expect(matches(resolve({ or: [] }, lookup, clock), {})).toBe(false);
  });

  it("from outside is refused when it is not one", () => {
    let deep: unknown = { and: [] };
    for (let n = 0; n < 100_000; n++) deep = { not: deep };
    for (const bad of [
      {},
      null,
      { and: "x" },
      { field: "a", operator: "drop table" },
      { field: "", operator: "eq" },
      deep,
    ]) {
      expect(filterSchema.safeParse(bad).success).toBe(false);
    }
  });

  it("from outside is taken as it is", () => {
    const filter = { or: [{ not: { field: "title", operator: "empty" } }, { and: [] }] };
    expect(filterSchema.parse(filter)).toEqual(filter);
  });

  it.each<[string, Leaf, string]>([
    ["a field that is not there", { field: "password", operator: "eq", value: 1 }, "unknown_field"],
    ["an operator of another type", { field: "amount", operator: "contains", value: 1 }, "unknown_operator"],
    ["text for money", { field: "amount", operator: "gt", value: "1" }, "bad_value"],
    ["more decimals than are kept", { field: "area", operator: "eq", value: 0.00001 }, "bad_value"],
    ["a day that never was", { field: "at", operator: "eq", value: "2026-02-30" }, "bad_value"],
    [
      "an unknown relative date",
      { field: "at", operator: "eq", value: { relative: "someday" } },
      "bad_value",
    ],
    ["half a pair", { field: "at", operator: "between", value: ["2026-01-01"] }, "bad_value"],
    ["a text that cannot be stored", { field: "title", operator: "eq", value: "a\u0000b" }, "bad_value"],
    ["half a sign", { field: "title", operator: "in", value: ["\ud83d"] }, "bad_value"],
    ["what is no id", { field: "owner", operator: "eq", value: "Anna" }, "bad_value"],
  ])("refuses %s, and says where", (_name, bad, fault) => {
    const attempt = () => resolve({ and: [{ or: [] }, { not: bad }] }, lookup, clock);
    expect(attempt).toThrow(FilterError);
    expect(attempt).toThrow(expect.objectContaining({ fault, field: bad.field, path: "and.1.not" }) as Error);
  });
});
