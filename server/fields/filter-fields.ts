import { type SQL, sql } from "drizzle-orm";
import {
  type Clock,
  type Facet,
  type Filter,
  FilterError,
  type Lookup,
  leavesOf,
  type Resolved,
  resolve,
} from "@/server/filter";
import { AppError, type Context, type Entity, type Transaction } from "@/server/platform";
import { catalogOf, isCustomKey } from "./catalog";
import type { CustomField } from "./contract";
import { columnOf, type Field, facetOf } from "./define-field";
import { columnNamed, declarationOf } from "./entities";
import { ownFields } from "./tags-field";

const longestPath = 4;

/** How a filter asked now is understood: relative dates, and who "me" is. */
export function clockOf(ctx: Context): Clock {
  return { now: ctx.now(), timeZone: ctx.timeZone, memberId: ctx.member?.id ?? null };
}

/**
 * A filter over an entity's catalog, made ready for SQL or for a record in memory. Asks the database only when the
 * filter names a custom field. @throws FILTER_INVALID naming the leaf by its path in the tree
 */
export async function resolveFilter(
  ctx: Context,
  tx: Transaction,
  entity: Entity,
  filter: Filter,
): Promise<Resolved> {
  const named = leavesOf(filter).some((leaf) => leaf.field.split(".").some(isCustomKey));
  const own = named ? await ownFields(ctx, tx) : [];
  return resolveWith(ctx, entity, own, filter);
}

/** As `resolveFilter`, given the organization's own fields. @throws FILTER_INVALID */
export function resolveWith(
  ctx: Context,
  entity: Entity,
  own: readonly CustomField[],
  filter: Filter,
): Resolved {
  try {
    return resolve(filter, lookupOf(ctx, entity, own), clockOf(ctx));
  } catch (error) {
    if (!(error instanceof FilterError)) throw error;
    const { path, field, fault } = error;
    throw new AppError("FILTER_INVALID", { path, name: field, fault }, { field: "filter" });
  }
}

/** Finds fields of an entity by their paths, through links too: `contactId.companyId.name`. */
export function lookupOf(ctx: Context, entity: Entity, own: readonly CustomField[]): Lookup {
  const catalogs = new Map<Entity, readonly Field[]>();
  const fieldsOf = (of: Entity) => {
    const known = catalogs.get(of);
    if (known) return known;
    const fields = declarationOf(of) ? catalogOf(ctx, of, own) : [];
    catalogs.set(of, fields);
    return fields;
  };

  function find(path: readonly string[], at: Entity, alias: string | undefined, depth: number): Facet | null {
    const [key, ...rest] = path;
    const field = fieldsOf(at).find((one) => one.key === key);
    if (!field) return null;
    if (rest.length === 0) return inItsList(field, facetOf(field, alias), alias);
    return inItsList(field, through(field, rest, alias, depth), alias);
  }

  // A slot means something in its field's list only: elsewhere the field is absent, and what it links to.
  function inItsList(field: Field, facet: Facet | null, alias: string | undefined): Facet | null {
    const listId = field.custom?.listId;
    const table = declarationOf(field.entity)?.table;
    const column = listId && table ? columnNamed(table, "listId") : null;
    if (!facet || !column) return facet;
    const wrap = (condition: SQL) =>
      sql`(${columnOf(column, alias)} = ${listId} and ${facet.wrap ? facet.wrap(condition) : condition})`;
    return { ...facet, wrap };
  }

  // A linked record is looked for where its id is, in the organization, and not in the trash.
  function through(
    link: Field,
    rest: readonly string[],
    alias: string | undefined,
    depth: number,
  ): Facet | null {
    const target = link.linksTo ? declarationOf(link.linksTo) : null;
    if (!target || !link.sql || !link.filterable) return null;
    const name = `l${depth}`;
    const inner = find(rest, target.entity, name, depth + 1);
    if (!inner) return null;
    const { table } = target;
    const id = link.custom ? sql`${columnOf(table.id, name)}::text` : columnOf(table.id, name);
    const there = sql`${columnOf(table.organizationId, name)} = ${ctx.organizationId}
      and ${id} = ${link.sql(alias)} and ${columnOf(table.deletedAt, name)} is null`;
    const wrap = (condition: SQL) =>
      sql`exists (select from ${table} as ${sql.identifier(name)} where ${there} and ${inner.wrap ? inner.wrap(condition) : condition})`;
    return { ...inner, wrap, read: (record) => inner.read(linkedOf(record, link.key)) };
  }

  return (path) => {
    const steps = path.split(".");
    return steps.length > longestPath ? null : find(steps, entity, undefined, 1);
  };
}

// A record in memory carries what its links lead to under `linked`, by the link's key.
function linkedOf(record: unknown, key: string): unknown {
  return (record as { linked?: Record<string, unknown> } | null)?.linked?.[key] ?? {};
}
