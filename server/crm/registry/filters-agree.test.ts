import { and, eq, isNull, sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { createCompany } from "@/server/crm/companies";
import { createContact } from "@/server/crm/contacts";
import { createDeal } from "@/server/crm/deals";
import { createInvoice } from "@/server/crm/invoices";
import { createLead } from "@/server/crm/leads";
import { createItem, createList } from "@/server/crm/lists";
import { createProduct, saveCategory } from "@/server/crm/products";
import { catalog, comparable, createCustomField, type Field, lookupOf, ownFields } from "@/server/fields";
import type { CreateCustomField } from "@/server/fields/contract";
import { type Filter, type Leaf, matches, resolve, toSql } from "@/server/filter";
import { arityOf, type FieldType, type OperatorName, operatorsOf } from "@/server/filter/types";
import { type Context, type Entity, entities, inOrganization, type Transaction } from "@/server/platform";
import { makeMember, makeWorkspace, type Workspace } from "@/server/testing/fixtures";
import { recordTypeOf, trashRecord, updateRecord } from "./index";

useTestDatabase();

type Row = Record<string, unknown> & { id: string; linked: Record<string, Row> };
/** A path that can be asked, and the values records have there. */
type Asked = { path: string; field: Field; values: unknown[] };

const customTypes = [
  ...(["text", "url", "number", "money", "date", "datetime", "list", "multi_list"] as const),
  ...(["checkbox", "member", "link"] as const),
];

/** Own fields of every type that is filtered by; a link leads to companies. */
async function addFields(ctx: Context, entity: Entity, listId?: string) {
  const made = [];
  for (const type of customTypes) {
    const options: CreateCustomField["options"] =
      type === "list" || type === "multi_list"
        ? { choices: [{ name: "A" }, { name: "B" }] }
        : type === "link"
          ? { linksTo: "company" }
          : {};
    const of = { entity, listId: listId ?? null };
    made.push(await createCustomField(ctx, { ...of, type, label: `Own ${type}`, options, filterable: true }));
  }
  return made;
}

const texts = ["Окна", "ОКНА 100%", "Doors_b", "Ёлка", "ß", "İz"];
const days = ["2025-12-31", "2026-03-08", "2026-06-30"];
const instants = ["2026-01-01T05:00:00Z", "2026-03-08T22:59:59.999Z", "2026-03-08T23:00:00Z"];

/** Values for own fields, others for each turn; every third record lacks some. */
function valuesFor(fields: Awaited<ReturnType<typeof addFields>>, turn: number, links: Links) {
  const at = <T>(list: readonly T[]) => list[turn % list.length];
  return Object.fromEntries(
    fields.flatMap(({ key, type, options }, place) => {
      if ((turn + place) % 3 === 0) return [];
      const choices = options.choices?.map(({ id }) => id) ?? [];
      const value = {
        text: at(texts),
        url: `https://example.com/${turn % 3}`,
        number: at([-1.5, 0, 0.1, 12.3456]),
        money: { amountMinor: at([-5, 0, 100_000]), currency: "EUR" },
        date: at(days),
        datetime: at(instants),
        list: at(choices),
        multi_list: turn % 2 === 0 ? choices : choices.slice(0, 1),
        checkbox: turn % 2 === 0,
        member: at(links.members),
        link: at(links.companies),
      }[type as "text"];
      return [[key, value]];
    }),
  );
}

type Links = { members: string[]; companies: string[] };

/** Records of every kind, linked with one another, some of those in the trash. */
async function fill(w: Workspace): Promise<void> {
  const { owner } = w;
  const boris = await makeMember(w, "sales");
  const members = [owner, boris].flatMap(({ member }) => member?.id ?? []);
  const companies: string[] = [];
  for (const name of ["Окна и двери", "Doors", "Gone"])
    companies.push((await createCompany(owner, { name })).id);
  const links = { members, companies };
  const contacts: string[] = [];
  for (const [n, name] of ["Анна", "anna", "Ёжик", "Gone"].entries()) {
    const reach = n % 2 === 0 ? { email: `a${n}@example.com`, phone: "+49 30 901820" } : {};
    contacts.push((await createContact(owner, { name, companyId: companies[n - 1], ...reach })).id);
  }
  const stages = Object.values(w.stages).slice(0, 3);
  const deals: string[] = [];
  for (let n = 0; n < 10; n++) {
    const deal = await createDeal(n % 3 === 0 ? boris : owner, {
      title: texts[n % texts.length] ?? "",
      stageId: stages[n % stages.length] ?? "",
      amountMinor: n % 4 === 0 ? 0 : n * 1_000,
      contactId: n % 3 === 0 ? null : contacts[n % contacts.length],
      companyId: n % 2 === 0 ? companies[n % companies.length] : null,
      sourceId: n % 2 === 0 ? w.sourceId : null,
      closesAt: n % 3 === 0 ? null : new Date(instants[n % instants.length] ?? 0),
    });
    deals.push(deal.id);
  }
  const ids: Partial<Record<Entity, string[]>> = { company: companies, contact: contacts, deal: deals };
  ids.lead = [];
  for (let n = 0; n < 4; n++) {
    const utm = n % 2 === 0 ? { source: "google", campaign: "Окна" } : undefined;
    ids.lead.push((await createLead(owner, { title: texts[n] ?? "", name: texts[n + 1] ?? "", utm })).id);
  }
  ids.product = [];
  const category = await saveCategory(owner, { name: "Windows" });
  for (let n = 0; n < 3; n++) {
    const categoryId = n === 0 ? null : category.id;
    ids.product.push(
      (await createProduct(owner, { name: texts[n] ?? "", priceMinor: n * 100, categoryId })).id,
    );
  }
  ids.invoice = [];
  for (const dealId of deals.slice(0, 4)) ids.invoice.push((await createInvoice(owner, { dealId })).id);
  for (const [entity, records] of Object.entries(ids) as [Entity, string[]][]) {
    const fields = await addFields(owner, entity);
    for (const [turn, id] of records.entries()) {
      await updateRecord(owner, { entity, id, changes: valuesFor(fields, turn, links) });
    }
  }
  // Two lists, whose fields share slots.
  for (const name of ["Papers", "Requests"]) {
    const list = await createList(owner, { name, itemName: "One" });
    const fields = await addFields(owner, "list_item", list.id);
    for (let n = 0; n < 4; n++) {
      const custom = valuesFor(fields, n, links);
      await createItem(owner, { listId: list.id, title: texts[n] ?? "", custom });
    }
  }
  await trashRecord(owner, { entity: "company", id: companies[2] ?? "" });
  await trashRecord(owner, { entity: "contact", id: contacts[3] ?? "" });
}

const deepest = 3;

/** Live records as they are in memory, with what their links lead to. */
async function recordsOf(tx: Transaction, ctx: Context, entity: Entity): Promise<Row[]> {
  const all = new Map<Entity, Map<string, Row>>();
  for (const one of entities) {
    const { table, shape } = recordTypeOf(one);
    const rows = await tx
      .select(shape)
      .from(table)
      .where(and(eq(table.organizationId, ctx.organizationId), isNull(table.deletedAt)));
    all.set(one, new Map(rows.map((row) => [String(row.id), { ...row, id: String(row.id), linked: {} }])));
  }
  for (const [one, rows] of all) {
    const linking = (await catalog(ctx, tx, one)).filter((field) => field.linksTo);
    for (const row of rows.values()) {
      for (const link of linking) {
        const target = link.linksTo && all.get(link.linksTo)?.get(String(link.read(row)));
        if (target) row.linked[link.key] = target;
      }
    }
  }
  return [...(all.get(entity)?.values() ?? [])];
}

/** Everything that can be asked of records, through links too, with the values that stand there. */
async function askable(tx: Transaction, ctx: Context, entity: Entity, rows: Row[]): Promise<Asked[]> {
  const lookup = lookupOf(ctx, entity, await ownFields(ctx, tx));
  const paths = async (at: Entity, before: string[]): Promise<{ path: string; field: Field }[]> => {
    const found = [];
    for (const field of await catalog(ctx, tx, at)) {
      const path = [...before, field.key];
      found.push({ path: path.join("."), field });
      if (field.linksTo && path.length < deepest) found.push(...(await paths(field.linksTo, path)));
    }
    return found;
  };
  return (await paths(entity, [])).flatMap((one) => {
    const facet = lookup(one.path);
    if (!facet) return [];
    const read = rows.map((row) => facet.read(row)).flat();
    const values = read.flatMap((value) => {
      const plain = value instanceof Date ? value.toISOString() : comparable(value);
      return plain === null || plain === undefined ? [] : [plain];
    });
    return [{ ...one, values: [...new Set(values)].slice(0, 12) }];
  });
}

const relative = fc.oneof(
  fc.constantFrom(...days, ...instants),
  fc.record({ relative: fc.constantFrom("now", "today", "yesterday", "tomorrow") }),
  fc.record({
    relative: fc.constantFrom("this", "last", "next"),
    unit: fc.constantFrom("day", "week", "month", "quarter", "year"),
  }),
);
const somebody = "00000000-0000-7000-8000-000000000000";

/** What to compare a field with: values that stand there, and others. */
function oneValue({ field, values }: Asked): fc.Arbitrary<unknown> {
  const there = (otherwise: unknown) => fc.constantFrom(...(values.length > 0 ? values : [otherwise]));
  const text = fc.oneof(there(""), fc.constantFrom(...texts, "ок", "_", "%", "b", ""));
  const number = fc.oneof(there(0), fc.constantFrom(-5, 0, 1, 1_000));
  const byType: Partial<Record<FieldType, fc.Arbitrary<unknown>>> = {
    ...{ text, url: text, number, money: number, date: relative, datetime: relative },
    ...{ checkbox: fc.boolean(), member: fc.oneof(there("me"), fc.constant("me")) },
    ...{ list: there(field.ids ? somebody : "none"), multi_list: there("none") },
  };
  return byType[field.type] ?? there(somebody);
}

function leafOf(asked: Asked, operator: OperatorName): fc.Arbitrary<Leaf> {
  const one = oneValue(asked);
  const arity = arityOf(operator);
  const value: fc.Arbitrary<unknown> =
    arity === "none"
      ? fc.constant(undefined)
      : arity === "pair"
        ? fc.tuple(one, one)
        : arity === "list"
          ? fc.array(one, { maxLength: 3 })
          : one;
  return value.map((given) => ({ field: asked.path, operator, value: given }));
}

function treeOf(leaf: fc.Arbitrary<Leaf>): fc.Arbitrary<Filter> {
  return fc.letrec<{ tree: Filter }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      leaf,
      fc.record({ and: fc.array(tie("tree"), { maxLength: 3 }) }),
      fc.record({ or: fc.array(tie("tree"), { maxLength: 3 }) }),
      fc.record({ not: tie("tree") }),
    ),
  })).tree;
}

describe("a filter over a real catalog", () => {
  it("says the same in Postgres and in memory, for every field of every kind and through links", async () => {
    const w = await makeWorkspace();
    const ctx = w.owner;
    await fill(w);
    await inOrganization(ctx, async (tx) => {
      const own = await ownFields(ctx, tx);
      for (const entity of entities) {
        const { table } = recordTypeOf(entity);
        const rows = await recordsOf(tx, ctx, entity);
        const asked = await askable(tx, ctx, entity, rows);
        const lookup = lookupOf(ctx, entity, own);
        const clock = { now: ctx.now(), timeZone: ctx.timeZone, memberId: ctx.member?.id ?? null };
        const live = and(eq(table.organizationId, ctx.organizationId), isNull(table.deletedAt));
        const agree = async (filters: readonly Filter[]) => {
          const resolved = filters.map((filter) => resolve(filter, lookup, clock));
          const conditions = sql.join(resolved.map(toSql), sql`, `);
          const answers = await tx
            .select({ id: sql<string>`${table.id}`, passes: sql<(boolean | null)[]>`array[${conditions}]` })
            .from(table)
            .where(live);
          for (const { id, passes } of answers) {
            const inMemory = resolved.map((one) =>
              matches(
                one,
                rows.find((row) => row.id === id),
              ),
            );
            const other = passes.findIndex((one, place) => one !== inMemory[place]);
            expect({ entity, id, filter: filters[other] }).toEqual({ entity, id, filter: undefined });
          }
          expect(answers).toHaveLength(rows.length);
        };
        const leaves = asked.flatMap((one) =>
          operatorsOf[one.field.type].map((operator) => leafOf(one, operator)),
        );
        expect(leaves.length).toBeGreaterThan(100);
        const each = leaves.flatMap((leaf, seed) => fc.sample(leaf, { numRuns: 1, seed }));
        for (let at = 0; at < each.length; at += 50) await agree(each.slice(at, at + 50));
        const trees = fc.array(treeOf(fc.oneof(...leaves)), { minLength: 1, maxLength: 10 });
        await fc.assert(fc.asyncProperty(trees, agree), { numRuns: 30 });
      }
    });
  }, 120_000);
});
