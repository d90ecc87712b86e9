import { one } from "./database";
import type { Engine } from "./engine";

export interface Stats {
  /** Calls due by now and not under way. */
  queueDepth: number;
  /** How long the oldest of them is overdue, in milliseconds. */
  lagMs: number;
  /** Calls under way, in all processes. */
  running: number;
  /** Runs that sleep, wait or are scheduled for later. */
  waiting: number;
  /** Runs that failed in the last 24 hours. */
  failed: number;
}

/** The executor's state in five numbers, for health checks and the operations page. */
export async function readStats(engine: Engine): Promise<Stats> {
  return one<Stats>(
    engine.database,
    `with due as (
       select count(*)::int as depth, min(due_at) as oldest from inngest_local.job
       where lease_until is null and (ready or due_at <= inngest_local.now()))
     select due.depth as "queueDepth",
       coalesce(greatest(extract(epoch from inngest_local.now() - due.oldest) * 1000, 0), 0)::float8 as "lagMs",
       (select count(*)::int from inngest_local.job where lease_until is not null and kind = 'call') as running,
       (select count(*)::int from inngest_local.job where lease_until is null and not ready and due_at > inngest_local.now()) as waiting,
       (select count(*)::int from inngest_local.run
         where status = 'failed' and created_at > inngest_local.now() - interval '24 hours') as failed
     from due`,
  );
}
