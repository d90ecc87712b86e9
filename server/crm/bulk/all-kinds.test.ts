import { getTableName, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { createCompany } from "@/server/crm/companies";
import { createContact } from "@/server/crm/contacts";
import { createDeal } from "@/server/crm/deals";
import { createInvoice } from "@/server/crm/invoices";
import { createLead } from "@/server/crm/leads";
import { createItem, createList } from "@/server/crm/lists";
import { createProduct } from "@/server/crm/products";
import { listRecords, listTrash, recordTypeOf, updateRecord } from "@/server/crm/registry";
import { createTag } from "@/server/crm/tags";
import { createCustomField } from "@/server/fields";
import type { FieldType } from "@/server/fields/contract";
import type { Filter } from "@/server/filter/tree";
import { asWorker, type Context, type Entity, entities } from "@/server/platform";
import { makeMember, makeWorkspace, type Workspace } from "@/server/testing/fixtures";
import { startBulk, undoBulk } from "./index";

useTestDatabase();

type Kind = {
  /** Makes one under a name; `custom` are the organization's own values. */
  make(name: string, custom: Record<string, unknown>, ownerId?: string): Promise<{ id: string }>;
  /** A filter by what the records are called, through a link where they have no name of their own. */
  called(start: string): Filter;
  /** Whose fields the organization's own are. */
  listId?: string | null;
  /** Built-in fields and what a bulk change makes of them. */
  changes: Record<string, unknown>;
  /** Those that may be emptied, of which a record has more than the first. */
  emptied?: readonly string[];
};

const starting = (field: string) => (value: string) => ({ field, operator: "starts" as const, value });

/** Every kind of record there is, with what its records are made of. */
async function kindsOf(w: Workspace): Promise<Record<Entity, Kind>> {
  const { owner } = w;
  const other = await createCompany(owner, { name: "Other firm" });
  const somebody = await createContact(owner, { name: "Somebody", phone: "1", email: "s@example.com" });
  const { id: listId } = await createList(owner, { name: "Places", itemName: "Place" });
  const day = new Date("2027-03-04T12:00:00Z");
  const emails = ["a@example.com", "c@example.com"];
  const points = [
    { kind: "phone" as const, value: "+49 30 1", label: "work" },
    { kind: "phone" as const, value: "+49 30 3", label: "home" },
    ...emails.map((value) => ({ kind: "email" as const, value })),
  ];
  const texts = (...keys: string[]) => Object.fromEntries(keys.map((key) => [key, `New ${key}`]));
  return {
    deal: {
      make: (title, custom, ownerId) =>
        createDeal(owner, { title, custom, ownerId, stageId: w.stages.fresh, amountMinor: 100 }),
      called: starting("title"),
      changes: {
        ...texts("title"),
        ...{ amountMinor: 5_000, currency: "USD", closesAt: day, sourceId: w.sourceId },
        ...{ contactId: somebody.id, companyId: other.id },
      },
    },
    lead: {
      make: (title, custom, ownerId) =>
        createLead(owner, { ...{ title, custom, ownerId }, phones: ["+49 30 1", "+49 30 3"], emails }),
      called: starting("title"),
      changes: {
        ...texts("title", "name", "companyName", "comment", "page", "referrer"),
        ...texts("utmSource", "utmMedium", "utmCampaign", "utmContent", "utmTerm"),
        ...{ phone: "+49 30 2", email: "b@example.com", amountMinor: 5_000, currency: "USD" },
        sourceId: w.sourceId,
      },
      emptied: ["phone", "email"],
    },
    contact: {
      make: (name, custom, ownerId) => createContact(owner, { name, custom, ownerId, points }),
      called: starting("name"),
      changes: { ...texts("name"), phone: "+49 30 2", email: "b@example.com", companyId: other.id },
      emptied: ["phone", "email"],
    },
    company: {
      make: (name, custom, ownerId) => createCompany(owner, { name, custom, ownerId, site: "a.example.com" }),
      called: starting("name"),
      changes: { ...texts("name"), phone: "+49 30 2", email: "b@example.com", site: "b.example.com" },
    },
    product: {
      make: (name, custom, ownerId) => createProduct(owner, { name, custom, ownerId, priceMinor: 100 }),
      called: starting("name"),
      changes: {
        ...texts("name", "description"),
        ...{ priceMinor: 5_000, currency: "USD", unit: "kg", status: "archived" },
      },
    },
    invoice: {
      async make(name, custom, ownerId) {
        const buyer = await createCompany(owner, { name });
        const { id } = await createInvoice(owner, { companyId: buyer.id, ownerId });
        await updateRecord(owner, { entity: "invoice", id, changes: custom });
        return { id };
      },
      called: starting("companyId.name"),
      changes: {
        ...texts("note"),
        ...{ currency: "USD", dueAt: day, companyId: other.id, contactId: somebody.id },
      },
    },
    list_item: {
      make: (title, custom, ownerId) => createItem(owner, { listId, title, custom, ownerId }),
      called: (start) => ({
        and: [{ field: "listId", operator: "in", value: [listId] }, starting("title")(start)],
      }),
      listId,
      changes: texts("title"),
    },
  };
}

const choices = ["S", "L"];
/** Types of the organization's own fields, with a value that a record has first and one that it gets. */
const ownTypes = {
  text: ["One", "Two"],
  number: [1.5, 2.5],
  money: [100, 200].map((amountMinor) => ({ currency: "EUR", amountMinor })),
  date: ["2026-05-01", "2026-06-01"],
  datetime: ["2026-05-01T10:00:00.000Z", "2026-06-01T10:00:00.000Z"],
  list: choices,
  multi_list: [["S"], choices],
  checkbox: [true, false],
  url: ["https://a.example.com/", "https://b.example.com/"],
} as const satisfies Partial<Record<FieldType, readonly unknown[]>>;
type OwnType = keyof typeof ownTypes;
const allTypes = Object.keys(ownTypes) as OwnType[];

/** Makes own fields of these types: the values that a record has first, and those it gets. */
async function ownFields(w: Workspace, entity: Entity, { listId = null }: Kind, types = allTypes) {
  const first: Record<string, unknown> = {};
  const next: Record<string, unknown> = {};
  for (const type of types) {
    const isList = type === "list" || type === "multi_list";
    const { key, options } = await createCustomField(w.owner, {
      ...{ entity, listId, type, label: `Own ${type}`, filterable: type !== "multi_list" },
      options: isList ? { choices: choices.map((name) => ({ name })) } : {},
    });
    const ids = new Map(options.choices?.map(({ id, name }) => [name, id]));
    const read = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(read);
      return typeof value === "string" ? (ids.get(value) ?? value) : value;
    };
    const [was, is] = ownTypes[type];
    first[key] = read(was);
    next[key] = read(is);
  }
  return { first, next };
}

/** Rows of a kind with their points, but for what an undo moves on: their version and the time. */
async function rowsOf(ctx: Context, entity: Entity): Promise<string[]> {
  const table = getTableName(recordTypeOf(entity).table);
  const { rows } = await asWorker((tx) =>
    tx.execute<{ row: string }>(sql`
      select (to_jsonb(t) - 'version' - 'updated_at')::text || (
        select coalesce(string_agg(p.kind || p.value || coalesce(p.label, ''), ' ' order by p.kind, p.position), '') from contact_point p
          where p.record_id = t.id) || (select r.title || r.search from record r where r.id = t.id) as row
      from ${sql.identifier(table)} t where organization_id = ${ctx.organizationId} order by id`),
  );
  return rows.map(({ row }) => row);
}

function holds(values: Record<string, unknown>, changes: Record<string, unknown>): boolean {
  return Object.entries(changes).every(([key, to]) => JSON.stringify(values[key]) === JSON.stringify(to));
}

describe.each(entities)("everything a list shows (%s)", (entity) => {
  it("is changed field by field and given back, the rest left alone", async () => {
    const w = await makeWorkspace();
    const kind = (await kindsOf(w))[entity];
    const { first, next } = await ownFields(w, entity, kind);
    const boris = await makeMember(w, "sales");
    const tag = await createTag(w.owner, { name: "Hot" });
    for (const name of ["Fit one", "Fit two"]) await kind.make(name, first);
    await kind.make("Fit bare", {});
    await kind.make("Unfit", first);
    const filter = kind.called("Fit");
    const shown = await listRecords(w.owner, { entity, filter, count: true });
    expect(shown.total).toBe(3);
    const before = await rowsOf(w.owner, entity);
    const jobs = [
      kind.changes,
      { ...next, ownerId: boris.member?.id, tags: [tag.id] },
      ...(kind.emptied ? [Object.fromEntries(kind.emptied.map((key) => [key, null]))] : []),
    ];
    for (const told of jobs) {
      // As a screen sends it, and as the ledger keeps it.
      const changes = JSON.parse(JSON.stringify(told)) as Record<string, unknown>;
      const target = { all: { filter } };
      const job = await startBulk(w.owner, { entity, target, action: { type: "update", changes } });
      expect(job).toMatchObject({ state: "done", total: 3, done: 3, refused: 0 });
      const { records } = await listRecords(w.owner, { entity });
      expect(records.filter(({ values }) => holds(values, changes))).toHaveLength(3);
      expect(await undoBulk(w.owner, { jobId: job.id })).toMatchObject({ undone: 3, kept: 0 });
      expect(await rowsOf(w.owner, entity)).toEqual(before);
    }
  });

  it("goes to the trash and comes back", async () => {
    const w = await makeWorkspace();
    const kind = (await kindsOf(w))[entity];
    for (const name of ["Fit one", "Fit two", "Unfit"]) await kind.make(name, {});
    const filter = kind.called("Fit");
    const before = await rowsOf(w.owner, entity);
    const trash = { type: "trash" as const };
    const job = await startBulk(w.owner, { entity, target: { all: { filter } }, action: trash });
    expect(job).toMatchObject({ total: 2, done: 2, refused: 0 });
    expect((await listTrash(w.owner, { entity, offset: 0 })).records).toHaveLength(2);
    expect((await listRecords(w.owner, { entity, filter, count: true })).total).toBe(0);
    expect(await undoBulk(w.owner, { jobId: job.id })).toMatchObject({ undone: 2, kept: 0 });
    expect(await rowsOf(w.owner, entity)).toEqual(before);
  });

  it("is found by words and by own fields as the list finds it, and only as far as its asker sees", async () => {
    const w = await makeWorkspace();
    const kind = (await kindsOf(w))[entity];
    const { first } = await ownFields(w, entity, kind, ["text", "number", "checkbox"]);
    // Products are nobody's own; of all others a team lead sees their team's.
    const seller = await makeMember(w, entity === "product" ? "head_of_sales" : "team_lead", "Vera");
    const tag = await createTag(w.owner, { name: "Hot" });
    await kind.make("Zebra one", first, seller.member?.id);
    await kind.make("Zebra two", {}, w.owner.member?.id);
    await kind.make("Other", first, w.owner.member?.id);
    const elsewhere = await makeWorkspace("Elsewhere");
    await (await kindsOf(elsewhere))[entity].make("Zebra three", {});
    const narrowings: { filter?: Filter; search?: string }[] = [
      { search: "zebra" },
      { filter: { field: "c_own_number", operator: "eq", value: 1.5 } },
      { filter: { field: "c_own_text", operator: "empty" } },
      { filter: { field: "createdAt", operator: "eq", value: { relative: "today" } } },
      { search: "zebra", filter: { not: { field: "c_own_checkbox", operator: "eq", value: true } } },
    ];
    for (const ctx of [w.owner, seller]) {
      for (const narrowing of narrowings) {
        const { total } = await listRecords(ctx, { entity, ...narrowing, count: true });
        const action = { type: "update" as const, changes: { tags: [tag.id] } };
        const bulk = startBulk(ctx, { entity, target: { all: narrowing }, action });
        if (total === 0) await expect(bulk).rejects.toMatchObject({ code: "NOT_FOUND" });
        else expect([narrowing, (await bulk).total]).toEqual([narrowing, total]);
      }
    }
  });
});
