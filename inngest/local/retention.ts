import { transaction } from "./database";
import type { Engine } from "./engine";

const BATCH = 1_000;

/** Deletes runs that ended, events that arrived and schedules of throttles that passed before the retention. */
export async function forgetOld(engine: Engine, retentionMs: number): Promise<void> {
  await transaction(engine.database, async (tx) => {
    const { rows } = await tx.query<{ mine: boolean }>(
      "select pg_try_advisory_xact_lock(hashtext('inngest_local.retention')) as mine",
    );
    if (!rows[0]?.mine) return;
    const age = [retentionMs, BATCH];
    await tx.query(
      `delete from inngest_local.run where id in (select id from inngest_local.run
         where ended_at < inngest_local.now() - $1 * interval '1 ms' limit $2)`,
      age,
    );
    await tx.query(
      `delete from inngest_local.event where id in (select id from inngest_local.event
         where received_at < inngest_local.now() - $1 * interval '1 ms' limit $2)`,
      age,
    );
    await tx.query("delete from inngest_local.throttle where arrives_at < inngest_local.now()");
  });
}
