import { getColumns, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { record } from "@/db/schema/crm-records";
import { authorize, type Context, recordEvents, replaceAll, type Transaction } from "@/server/platform";
import { difference } from "./difference";
import { type Image, ownerOf } from "./images";
import { type BulkOptions, foundBy, insertPoints, type KeyedPoint } from "./insert-records";
import type { BaseRecord, Changes, RecordType } from "./record-type";
import { searchText } from "./spelling";

/** What is written over a record whose image was taken. */
export type Overwriting = {
  before: Image;
  /** Columns by their names in code, custom values and slots among them. */
  columns: Record<string, unknown>;
  /** Its points from now on, besides those it has. */
  points: readonly KeyedPoint[];
  /** Texts it is found by, besides its title and its points. */
  others?: readonly string[];
  /** What belongs to it besides its row was changed: it counts as changed whatever its columns say. */
  touched?: boolean;
};

/**
 * Writes columns over many records and records what changed in each; those that nothing changes are left alone.
 * @returns the ids and versions of the changed ones @throws FORBIDDEN when one of them may not be edited
 */
export async function overwriteRecords<Row extends BaseRecord>(
  tx: Transaction,
  ctx: Context,
  type: RecordType<Row>,
  all: readonly Overwriting[],
  { muted }: BulkOptions,
): Promise<{ id: string; version: number }[]> {
  for (const { before } of all) authorize(ctx, `${type.entity}.edit`, { ownerId: ownerOf(before) });
  const columns = getColumns(type.table) as Record<string, PgColumn>;
  const keyOf = new Map(Object.entries(columns).map(([key, column]) => [column.name, key]));
  const own = new Set<string>(Object.keys(type.shape));
  const changed = all.flatMap((one) => {
    const before = inCode(one.before.row, keyOf);
    const known = new Set(one.before.points.map(({ kind, key }) => `${String(kind)} ${String(key)}`));
    const points = one.points.filter(({ kind, key }) => !known.has(`${kind} ${key}`));
    const differs = difference(only(comparable(before), own), only(comparable(one.columns), own));
    if (!differs && points.length === 0 && !one.touched) return [];
    const version = Number(before.version) + 1;
    const after = { ...before, ...one.columns, version, updatedAt: ctx.now() };
    return [{ ...one, points, after, version, changes: flattened(differs ?? {}) }];
  });
  if (changed.length === 0) return [];
  await replaceAll(
    tx,
    type.table,
    changed.map(({ after }) =>
      Object.fromEntries(
        Object.entries(after).map(([key, value]) => [columns[key]?.name ?? key, value ?? null]),
      ),
    ),
  );
  await insertPoints(
    tx,
    ctx,
    changed.map(({ before, points }) => ({
      id: String(before.row.id),
      points,
      after: lastPosition(before),
    })),
  );
  await rename(tx, ctx, type, changed);
  await recordEvents(
    tx,
    ctx,
    type.events.updated,
    changed.filter(isTold).map(({ after, version, changes }) => ({
      recordId: String(Reflect.get(after, "id")),
      version,
      data: { ...type.about(after as unknown as Row), title: type.title(after as unknown as Row), changes },
    })),
    { muted },
  );
  return changed.map(({ before, version }) => ({ id: String(before.row.id), version }));
}

type Changed = Overwriting & { after: Record<string, unknown> };

// Whoever touched what belongs to a record tells of that.
function isTold({ touched, changes }: Overwriting & { changes: Changes }): boolean {
  return !touched || Object.keys(changes).length > 0;
}

async function rename<Row extends BaseRecord>(
  tx: Transaction,
  ctx: Context,
  type: RecordType<Row>,
  changed: readonly Changed[],
): Promise<void> {
  const rows = changed.map(({ after, before, points, others = [] }) => {
    const title = type.title(after as unknown as Row);
    const had = before.points as unknown as KeyedPoint[];
    const search = searchText(title, [...others, ...foundBy([...had, ...points])]);
    return { id: before.row.id, title, search };
  });
  await tx.execute(sql`update ${record} as r set title = x.title, search = x.search
    from json_to_recordset(${JSON.stringify(rows)}::json) as x (id uuid, title text, search text)
    where r.organization_id = ${ctx.organizationId} and r.id = x.id`);
}

function inCode(row: Record<string, unknown>, keyOf: Map<string, string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [keyOf.get(name) ?? name, value]));
}

function only(row: Record<string, unknown>, keys: Set<string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([key]) => keys.has(key)));
}

// The database's JSON writes an instant in its own way: the same instant must not look changed.
function comparable(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, key.endsWith("At") && value ? instant(value) : value]),
  );
}

function instant(value: unknown): string {
  return (value instanceof Date ? value : new Date(String(value))).toISOString();
}

// History names the organization's own fields one by one.
function flattened(changes: Changes): Changes {
  const { custom, ...rest } = changes;
  if (!custom) return rest;
  const own = difference(custom.from as Record<string, unknown>, custom.to as Record<string, unknown>);
  return { ...rest, ...own };
}

function lastPosition({ points }: Image): string | null {
  return (
    points
      .map((one) => String(one.position))
      .toSorted(byBytes)
      .at(-1) ?? null
  );
}

// Positions are ordered by bytes, as the column's collation orders them.
function byBytes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
