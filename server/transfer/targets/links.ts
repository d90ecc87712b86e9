import { companyType, insertCompanies } from "@/server/crm/companies";
import { contactType, insertContacts } from "@/server/crm/contacts";
import { findByNames } from "@/server/crm/records";
import type { Batch } from "../run/batch";
import { recordsBehind } from "../run/known";
import type { Draft } from "./draft";
import { carried, firmName, knownBy, personName, pointsOf } from "./reach";

type Row = Pick<Draft, "values" | "ownerId">;

export const contactsByName = ({ tx, ctx }: Batch, names: readonly string[]) =>
  findByNames(tx, ctx, contactType, names);
export const companiesByName = ({ tx, ctx }: Batch, names: readonly string[]) =>
  findByNames(tx, ctx, companyType, names);

/** Finds the companies that rows carry, or makes them; null for a row that names none. */
export async function linkCompanies(batch: Batch, rows: readonly Row[]): Promise<(string | null)[]> {
  const { tx, ctx } = batch;
  const firms = rows.map(({ values }) => carried(values, "company."));
  const by = { entity: "company", byNames: companiesByName } as const;
  const { ids, fresh } = await matched(
    batch,
    by,
    firms,
    firms.map((firm) => knownBy(firm, "company")),
  );
  const { slots } = await batch.custom("company");
  const written = fresh.map(({ id, place, at }) => ({
    id,
    name: firmName(at),
    ownerId: rows[place]?.ownerId ?? null,
    createdAt: ctx.now(),
    points: pointsOf(ctx, at),
    custom: {},
    slots: emptied(slots),
  }));
  await insertCompanies(tx, ctx, written, batch);
  batch.made(
    "company",
    written.map((one) => one.id),
  );
  return ids;
}

/** Finds the people that rows carry, or makes them in their row's company; null for a row that names nobody. */
export async function linkContacts(
  batch: Batch,
  rows: readonly Row[],
  companies: readonly (string | null)[],
): Promise<(string | null)[]> {
  const { tx, ctx } = batch;
  const people = rows.map(({ values }) => carried(values, "contact."));
  const by = { entity: "contact", byNames: contactsByName } as const;
  const { ids, fresh } = await matched(
    batch,
    by,
    people,
    people.map((one) => knownBy(one, "contact")),
  );
  const { slots } = await batch.custom("contact");
  const written = fresh.map(({ id, place, at }) => ({
    id,
    name: personName(at),
    companyId: companies[place] ?? null,
    ownerId: rows[place]?.ownerId ?? null,
    createdAt: ctx.now(),
    points: pointsOf(ctx, at),
    custom: {},
    slots: emptied(slots),
  }));
  await insertContacts(tx, ctx, written, batch);
  batch.made(
    "contact",
    written.map((one) => one.id),
  );
  return ids;
}

type Fresh = { id: string; place: number; at: Record<string, unknown> };

/** Gives each row the record its keys lead to: one there is, one another row makes, or a new one. */
async function matched(
  batch: Batch,
  by: Parameters<typeof recordsBehind>[1],
  values: readonly Record<string, unknown>[],
  keys: readonly (readonly string[])[],
): Promise<{ ids: (string | null)[]; fresh: Fresh[] }> {
  const known = await recordsBehind(batch, by, keys.flat());
  const fresh: Fresh[] = [];
  const ids = values.map((at, place) => {
    const mine = keys[place] ?? [];
    const nothing = mine.length === 0 && personName(at) === "";
    if (nothing) return null;
    const found = mine.map((key) => known.get(key)).find((id) => id !== undefined);
    const id = found ?? batch.ctx.newId();
    if (found === undefined) fresh.push({ id, place, at });
    for (const key of mine) if (!known.has(key)) known.set(key, id);
    return id;
  });
  return { ids, fresh };
}

/** Every slot in use, empty: rows of a bulk insert name the same columns. */
export function emptied(slots: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(slots.map((slot) => [slot, null]));
}
