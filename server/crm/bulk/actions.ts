import {
  changePoints,
  contactPointsOf,
  lockRecord,
  restoreRecord,
  trashRecord,
  updateRecord,
} from "@/server/crm/records";
import { ContactPoints } from "@/server/crm/records/contract";
import type { AnyRecordType } from "@/server/crm/registry";
import { isCustomKey } from "@/server/fields";
import { AppError, type Context, joining, type Transaction } from "@/server/platform";

type Params = Record<string, unknown>;

/** What a bulk action left in the ledger: what the record held, and its version afterwards. */
export type Trace = { before: Record<string, unknown>; version: number };

/** One thing that can be done to many records, and taken back. A new one is an entry below. */
export type BulkAction = {
  operation: "edit" | "delete";
  /** Does it to one record. @throws AppError when it is refused */
  apply(tx: Transaction, ctx: Context, type: AnyRecordType, id: string, params: Params): Promise<Trace>;
  /** Takes it back from a record that is as the action left it. @throws VERSION_CONFLICT when it is not */
  revert(tx: Transaction, ctx: Context, type: AnyRecordType, id: string, trace: Trace): Promise<void>;
};

const update: BulkAction = {
  operation: "edit",
  async apply(tx, ctx, type, id, params) {
    const { changes } = params as { changes: Params };
    const row = await lockRecord(tx, ctx, type, id);
    const before = Object.fromEntries(Object.keys(changes).map((key) => [key, valueOf(row, key)]));
    const points = repeatsPoints(changes) ? { points: await pointsOf(tx, ctx, id) } : {};
    const { version } = await updateRecord(joining(ctx, tx), type, { id, changes: revived(type, changes) });
    return { before: { ...before, ...points }, version };
  },
  async revert(tx, ctx, type, id, { before: { points, ...before }, version }) {
    const inside = joining(ctx, tx);
    const after = await updateRecord(inside, type, { id, version, changes: revived(type, before) });
    if (!points) return;
    await changePoints(inside, type, { id, version: after.version, points: ContactPoints.parse(points) });
  },
};

const trash: BulkAction = {
  operation: "delete",
  async apply(tx, ctx, type, id) {
    const { version } = await lockRecord(tx, ctx, type, id);
    await trashRecord(joining(ctx, tx), type, { id });
    return { before: {}, version: version + 1 };
  },
  async revert(tx, ctx, type, id, { version }) {
    const row = await lockRecord(tx, ctx, type, id, "trash");
    if (row.version !== version) throw new AppError("VERSION_CONFLICT");
    await restoreRecord(joining(ctx, tx), type, { id });
  },
};

export const bulkActions: Readonly<Record<string, BulkAction>> = { update, trash };

// A first phone or email stands before others, which one value cannot give back.
function repeatsPoints(changes: Params): boolean {
  return "phone" in changes || "email" in changes;
}

async function pointsOf(tx: Transaction, ctx: Context, id: string) {
  const points = await contactPointsOf(tx, ctx, id);
  return points.map(({ kind, value, label }) => ({ kind, value, label }));
}

function valueOf(row: { custom: Record<string, unknown> }, key: string): unknown {
  if (isCustomKey(key)) return row.custom[key] ?? null;
  return (row as Record<string, unknown>)[key] ?? null;
}

/** Values that lay in a ledger: an instant of a built-in field is text there. */
export function revived(type: AnyRecordType, values: Params): Params {
  const instants = type.fields.filter((field) => field.type === "date" || field.type === "datetime");
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const instant = typeof value === "string" && instants.some((field) => field.key === key);
      return [key, instant ? new Date(value) : value];
    }),
  );
}
