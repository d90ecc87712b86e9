import { sql } from "drizzle-orm";
import { recordStageVisit } from "@/db/schema/crm-stages";
import { rowsOf } from "@/server/crm/records";
import { type Context, restoreAll, type Transaction } from "@/server/platform";

type Visits = Map<string, Record<string, unknown>[]>;

/** The visits of records as the database has them, by record. */
export async function visitsOf(tx: Transaction, ctx: Context, ids: readonly string[]): Promise<Visits> {
  if (ids.length === 0) return new Map();
  const rows = await rowsOf(
    tx,
    recordStageVisit,
    sql`organization_id = ${ctx.organizationId} and record_id = any (${sql.param([...ids])}::uuid[])`,
  );
  const visits: Visits = new Map(ids.map((id) => [id, []]));
  for (const row of rows) visits.get(String(row.record_id))?.push(row);
  return visits;
}

/** Makes the visits of records what they were. */
export async function putVisits(tx: Transaction, ctx: Context, before: Readonly<Visits>): Promise<void> {
  const ids = [...before.keys()];
  if (ids.length === 0) return;
  await tx.execute(sql`delete from ${recordStageVisit}
    where organization_id = ${ctx.organizationId} and record_id = any (${sql.param(ids)}::uuid[])`);
  await restoreAll(tx, recordStageVisit, [...before.values()].flat());
}
