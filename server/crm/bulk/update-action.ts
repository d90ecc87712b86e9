import { changePoints, checkChanges, contactPointsOf, lockRecord, updateRecord } from "@/server/crm/records";
import { ContactPoints } from "@/server/crm/records/contract";
import type { AnyRecordType } from "@/server/crm/registry";
import { isCustomKey } from "@/server/fields";
import { type Context, joining, type Transaction } from "@/server/platform";
import type { BulkAction, Params } from "./bulk-action";

const changesIn = (type: AnyRecordType, { changes }: Params) => revived(type, changes as Params);

/** Fields of each record get the same values. */
export const update: BulkAction = {
  operation: "edit",
  check: (tx, ctx, type, params) => checkChanges(tx, ctx, type, changesIn(type, params)),
  async apply(tx, ctx, type, id, params) {
    const changes = changesIn(type, params);
    const row = await lockRecord(tx, ctx, type, id);
    const before = Object.fromEntries(Object.keys(changes).map((key) => [key, valueOf(row, key)]));
    const points = repeatsPoints(changes) ? { points: await pointsOf(tx, ctx, id) } : {};
    const { version } = await updateRecord(joining(ctx, tx), type, { id, changes });
    return { before: { ...before, ...points }, version };
  },
  async revert(tx, ctx, type, id, { before: { points, ...before }, version }) {
    const inside = joining(ctx, tx);
    const after = await updateRecord(inside, type, { id, version, changes: revived(type, before) });
    if (!points) return;
    await changePoints(inside, type, { id, version: after.version, points: ContactPoints.parse(points) });
  },
};

// A first phone or email stands before others, which one value cannot give back.
function repeatsPoints(changes: Params): boolean {
  return "phone" in changes || "email" in changes;
}

async function pointsOf(tx: Transaction, ctx: Context, id: string) {
  const points = await contactPointsOf(tx, ctx, id);
  return points.map(({ kind, value, label }) => ({ kind, value, label }));
}

/** What a row holds in a field; null for nothing. */
export function valueOf(row: { custom: Record<string, unknown> }, key: string): unknown {
  if (isCustomKey(key)) return row.custom[key] ?? null;
  return (row as Record<string, unknown>)[key] ?? null;
}

// Values that lay in a ledger: an instant of a built-in field is text there.
function revived(type: AnyRecordType, values: Params): Params {
  const instants = type.fields.filter((field) => field.type === "date" || field.type === "datetime");
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const instant = typeof value === "string" && instants.some((field) => field.key === key);
      return [key, instant ? new Date(value) : value];
    }),
  );
}
