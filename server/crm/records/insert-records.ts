import { generateNKeysBetween } from "fractional-indexing";
import { contactPoint, record } from "@/db/schema/crm-records";
import { type Context, type EventType, insertAll, recordEvents, type Transaction } from "@/server/platform";
import type { ContactPointKind } from "./contract";
import type { BaseRecord, RecordType } from "./record-type";
import { searchText } from "./spelling";

/** A point whose key is known already. */
export type KeyedPoint = { kind: ContactPointKind; value: string; key: string; label?: string | null };

/** A record to be written together with many others. */
export type NewRecord = {
  id: string;
  title: string;
  /** The columns of its own row; the same keys in every record of a call. */
  columns: Record<string, unknown>;
  points: readonly KeyedPoint[];
  /** Texts it is found by, besides its title and its points. */
  others?: readonly string[];
};

export type BulkOptions = {
  /** Robots and webhooks are not told. */
  muted: boolean;
};

/**
 * Writes many new records in a few statements: their rows, what they are found by, their points and an event each.
 * The caller has checked everything that rows refer to.
 */
export async function insertRecords<Row extends BaseRecord, Data extends Record<string, unknown>>(
  tx: Transaction,
  ctx: Context,
  type: RecordType<Row>,
  all: readonly NewRecord[],
  { muted, created }: BulkOptions & { created: { type: EventType<Data>; data: (one: NewRecord) => Data } },
): Promise<void> {
  if (all.length === 0) return;
  const { organizationId } = ctx;
  await insertAll(
    tx,
    record,
    all.map(({ id, title, points, others = [] }) => ({
      organizationId,
      id,
      entity: type.entity,
      title,
      search: searchText(title, [...others, ...foundBy(points)]),
    })),
  );
  await insertAll(
    tx,
    type.table,
    all.map(({ id, columns }) => ({ organizationId, id, ...columns })),
  );
  await insertPoints(tx, ctx, all);
  await recordEvents(
    tx,
    ctx,
    created.type,
    all.map((one) => ({ recordId: one.id, version: 1, data: created.data(one) })),
    { muted },
  );
}

/** Writes points of many records, behind those they have. */
export async function insertPoints(
  tx: Transaction,
  ctx: Context,
  all: readonly { id: string; points: readonly KeyedPoint[]; after?: string | null }[],
): Promise<void> {
  const now = ctx.now();
  const rows = all.flatMap(({ id: recordId, points, after = null }) => {
    const positions =
      after === null ? firstKeys(points.length) : generateNKeysBetween(after, null, points.length);
    return points.map(({ kind, value, key, label = null }, place) => ({
      organizationId: ctx.organizationId,
      id: ctx.newId(),
      recordId,
      ...{ kind, value, key, label, position: positions[place] ?? "a0", createdAt: now, updatedAt: now },
    }));
  });
  await insertAll(tx, contactPoint, rows);
}

/** What a record is found by through points that were not written yet. */
export function foundBy(points: readonly KeyedPoint[]): string[] {
  return points
    .filter((one) => one.kind !== "address")
    .map((one) => (one.kind === "phone" ? one.key.replace(/\D/g, "") : one.key));
}

const dealt = new Map<number, string[]>();

function firstKeys(count: number): string[] {
  const known = dealt.get(count) ?? generateNKeysBetween(null, null, count);
  dealt.set(count, known);
  return known;
}
