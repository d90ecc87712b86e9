import { catalog, comparable, type Field } from "@/server/fields";
import type { FieldType } from "@/server/filter";
import type { Context, Entity, Transaction } from "@/server/platform";
import type { Json } from "../interpreter/definition";
import type { Facts } from "../interpreter/signal";
import { currentPath } from "./paths";
import { namesCustom, readLinked, type Standing, valueOn } from "./read";

export type Known = { facts: Facts; types: Record<string, FieldType> };

/**
 * The record as plain JSON for conditions and dates, with the types of its fields; instants are ISO text, money is minor
 * units. Linked records are read as far as the paths asked for lead, and lie under `linked` by the link's key.
 */
export async function factsOf(
  tx: Transaction,
  ctx: Context,
  { type, row }: Pick<Standing, "type" | "row">,
  asked: readonly string[],
): Promise<Known> {
  const paths = [...new Set(asked.map(currentPath))];
  const custom = namesCustom(paths);
  const known = await read(type.entity, type.fields, row, paths);
  // Editions made before still say `contact.email`.
  const { contactId: contact, companyId: company } = linkedIn(known.facts);
  for (const path of asked) {
    const found = known.types[currentPath(path)];
    if (found) known.types[path] = found;
  }
  return { ...known, facts: { ...known.facts, contact: contact ?? null, company: company ?? null } };

  async function read(
    entity: Entity,
    declared: readonly Field[],
    record: unknown,
    wanted: readonly string[],
  ): Promise<Known> {
    const fields = custom ? await catalog(ctx, tx, entity) : declared;
    const facts: Facts = Object.fromEntries(fields.map((field) => [field.key, plain(field.read(record))]));
    const types = Object.fromEntries(fields.map((field) => [field.key, field.type]));
    const linked: Record<string, Json> = {};
    for (const [key, further] of byHead(wanted)) {
      const link = fields.find((field) => field.key === key);
      if (!link?.linksTo) continue;
      const target = await readLinked(tx, ctx, link.linksTo, valueOn(fields, record, key));
      if (!target) continue;
      const there = await read(target.type.entity, target.type.fields, target.row, further);
      linked[key] = there.facts;
      for (const [path, found] of Object.entries(there.types)) types[`${key}.${path}`] = found;
    }
    return { facts: { ...facts, linked }, types };
  }
}

function byHead(paths: readonly string[]): Map<string, string[]> {
  const heads = new Map<string, string[]>();
  for (const path of paths) {
    const [head = "", ...rest] = path.split(".");
    if (rest.length > 0) heads.set(head, [...(heads.get(head) ?? []), rest.join(".")]);
  }
  return heads;
}

function linkedIn({ linked }: Facts): { [key: string]: Json } {
  return typeof linked === "object" && linked !== null && !Array.isArray(linked) ? linked : {};
}

/** A field's value as JSON: of a formula its result, of what cannot be compared nothing. */
function plain(value: unknown): Json {
  const simple = comparable(value);
  if (simple instanceof Date) return simple.toISOString();
  if (Array.isArray(simple)) return simple.map(plain);
  if (typeof simple === "object" && simple !== null) {
    if ("value" in simple) return plain(simple.value);
    return "id" in simple ? plain(simple.id) : null;
  }
  return typeof simple === "string" || typeof simple === "number" || typeof simple === "boolean"
    ? simple
    : null;
}
