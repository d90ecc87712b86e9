import { type Queryable, transaction } from "./database";
import type { Engine } from "./engine";

const BATCH = 1_000;

/** Deletes ended runs, events and spent throttles older than the retention, in small transactions. */
export async function forgetOld(engine: Engine, retentionMs: number): Promise<void> {
  for (let deleted = BATCH; deleted >= BATCH; )
    deleted = await transaction(engine.database, (tx) => forgetBatch(tx, retentionMs));
}

/** The most rows deleted from one table; 0 when another process is at it. */
async function forgetBatch(tx: Queryable, retentionMs: number): Promise<number> {
  const { rows } = await tx.query<{ mine: boolean }>(
    "select pg_try_advisory_xact_lock(hashtext('inngest_local.retention')) as mine",
  );
  if (!rows[0]?.mine) return 0;
  const runs = await tx.query(
    `delete from inngest_local.run where id in (select id from inngest_local.run
       where ended_at < inngest_local.now() - $1 * interval '1 ms' limit $2)`,
    [retentionMs, BATCH],
  );
  const events = await tx.query(
    `delete from inngest_local.event where id in (select id from inngest_local.event
       where received_at < inngest_local.now() - $1 * interval '1 ms' limit $2)`,
    [retentionMs, BATCH],
  );
  await tx.query("delete from inngest_local.throttle where arrives_at < inngest_local.now()");
  return Math.max(runs.rowCount ?? 0, events.rowCount ?? 0);
}
