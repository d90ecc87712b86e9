import { sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { getDatabase } from "@/db/client";
import { useTestDatabase } from "@/db/testing";
import { type Filter, filterSchema, type Leaf, matches, type OperatorName, toSql } from "./index";

useTestDatabase();

type Row = { title: string | null; amount: number | null; at: Date | null };

const columns = { title: sql`r.title`, amount: sql`r.amount`, at: sql`r.at` };

const text = fc.constantFrom("Окна", "окна", "Doors 100%", "", "a_b", "Ёлка", "zebra", "ß", "null");
const amount = fc.constantFrom(-5, 0, 1, 100, 9_007_199_254_740_991);
const at = fc
  .constantFrom("2026-01-01T00:00:00Z", "2026-06-15T12:30:00.123Z", "2030-12-31T23:59:59Z")
  .map((x) => new Date(x));

const row: fc.Arbitrary<Row> = fc.record({
  title: fc.option(text),
  amount: fc.option(amount),
  at: fc.option(at),
});

const compared: OperatorName[] = ["eq", "ne", "gt", "gte", "lt", "lte"];
const blank: OperatorName[] = ["empty", "not_empty"];

function leaves(field: string, value: fc.Arbitrary<unknown>, names: OperatorName[]): fc.Arbitrary<Leaf> {
  return fc.oneof(
    fc.record({ field: fc.constant(field), operator: fc.constantFrom(...names), value }),
    fc.record({
      field: fc.constant(field),
      operator: fc.constant<OperatorName>("in"),
      value: fc.array(value, { maxLength: 3 }),
    }),
    fc.record({ field: fc.constant(field), operator: fc.constantFrom(...blank) }),
  );
}

const leaf = fc.oneof(
  leaves("title", text, ["eq", "ne", "contains"]),
  leaves("amount", amount, compared),
  leaves("at", at, compared),
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

async function passingInSql(filter: Filter, rows: Row[]): Promise<number[]> {
  const values = rows.map(
    (one, n) =>
      sql`(${n}::int, ${one.title}::text, ${one.amount}::bigint, ${one.at?.toISOString() ?? null}::timestamptz)`,
  );
  const condition = toSql(filter, columns);
  const { rows: found } = await getDatabase().execute<{ n: number; answer: boolean | null }>(
    sql`select n, ${condition} as answer from (values ${sql.join(values, sql`, `)}) as r (n, title, amount, at) order by n`,
  );
  expect(found.every((one) => one.answer !== null)).toBe(true);
  return found.filter((one) => one.answer).map((one) => one.n);
}

describe("a filter", () => {
  it("says the same in Postgres and in JavaScript, and never NULL", async () => {
    await fc.assert(
      fc.asyncProperty(tree, fc.array(row, { minLength: 1, maxLength: 12 }), async (filter, rows) => {
        const inJs = rows.flatMap((one, n) =>
          matches(filter, (field) => one[field as keyof Row] ?? null) ? [n] : [],
        );
        expect(await passingInSql(filter, rows)).toEqual(inJs);
      }),
      { numRuns: 300 },
    );
  });

  it("of nothing holds for all with and, for none with or", () => {
    expect(matches({ and: [] }, () => null)).toBe(true);
    expect(matches({ or: [] }, () => null)).toBe(false);
  });

  it("from outside is refused when it is not one", () => {
    for (const bad of [
      {},
      { and: "x" },
      { field: "a", operator: "drop table" },
      { field: "", operator: "eq" },
    ]) {
      expect(filterSchema.safeParse(bad).success).toBe(false);
    }
  });

  it("cannot name a field that is not offered", () => {
    expect(() => toSql({ field: "password", operator: "eq", value: 1 }, columns)).toThrow(/password/);
  });
});
