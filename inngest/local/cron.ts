import { Cron } from "croner";
import { v7 as uuid } from "uuid";
import { type Queryable, transaction } from "./database";
import type { Engine } from "./engine";
import { databaseNow } from "./queue";
import { startRun } from "./start-run";

/** First instant after `from` of a cron expression, which may begin with a zone: `TZ=Europe/Paris 0 12 * * 5`. */
export function nextOccurrence(expression: string, from: Date): Date {
  const [, timezone = "UTC", pattern = expression] = /^(?:TZ|CRON_TZ)=(\S+)\s+(.+)$/.exec(expression) ?? [];
  const next = new Cron(pattern, { timezone }).nextRun(from);
  if (!next) throw new Error(`Cron expression "${expression}" never comes due`);
  return next;
}

/** Keeps one schedule for every cron trigger; one that stays keeps its next instant. @throws on a bad expression */
export async function syncSchedules(tx: Queryable, engine: Engine): Promise<void> {
  const now = await databaseNow(tx);
  const wanted = [...engine.functions.values()].flatMap(({ id, triggers }) =>
    triggers.flatMap((trigger) => ("cron" in trigger ? [{ id, ...trigger }] : [])),
  );
  for (const { id, cron, jitter } of wanted)
    await tx.query(
      `insert into inngest_local.cron (function_id, expression, jitter_ms, next_at) values ($1, $2, $3, $4)
       on conflict (function_id, expression) do update set jitter_ms = excluded.jitter_ms`,
      [id, cron, jitter ?? 0, nextOccurrence(cron, now)],
    );
  await tx.query(
    `delete from inngest_local.cron where (function_id, expression) not in
       (select * from unnest($1::text[], $2::text[]))`,
    [wanted.map(({ id }) => id), wanted.map(({ cron }) => cron)],
  );
}

/** Starts what is scheduled by now; an occurrence missed while nothing ran is made up once. Returns how many. */
export async function startScheduled(engine: Engine): Promise<number> {
  const { rows: due } = await engine.database.query(
    "select from inngest_local.cron where next_at <= inngest_local.now() limit 1",
  );
  return due.length === 0 ? 0 : transaction(engine.database, (tx) => startDue(tx, engine));
}

async function startDue(tx: Queryable, engine: Engine): Promise<number> {
  const { rows } = await tx.query<{ function_id: string; expression: string; jitter_ms: string; now: Date }>(
    `select function_id, expression, jitter_ms, inngest_local.now() as now from inngest_local.cron
     where next_at <= inngest_local.now() for update skip locked`,
  );
  for (const { function_id, expression, jitter_ms, now } of rows) {
    await tx.query("update inngest_local.cron set next_at = $3 where function_id = $1 and expression = $2", [
      function_id,
      expression,
      nextOccurrence(expression, now),
    ]);
    const config = engine.functions.get(function_id);
    if (!config) continue;
    const event = {
      id: uuid(),
      name: "inngest/scheduled.timer",
      data: { cron: expression },
      ts: now.getTime(),
    };
    await startRun(tx, engine, config, {
      now,
      event,
      eventId: null,
      delayMs: Math.random() * Number(jitter_ms),
    });
  }
  return rows.length;
}
