import { one, type Queryable } from "./database";
import type { JobRow, RunRow, StepRow, Taken } from "./engine";

/** How long a claim holds without a heartbeat, unless the executor is told otherwise. */
export const LEASE_SECONDS = 15;

/** The database's clock with the tests' offset. */
export async function databaseNow(tx: Queryable): Promise<Date> {
  return (await one<{ now: Date }>(tx, "select inngest_local.now() as now")).now;
}

/** Queues a call of the run's function: to discover what comes next, or to run the planned step `stepId`. */
export async function queueCall(tx: Queryable, run: RunRow, stepId: string | null): Promise<void> {
  await tx.query(
    `insert into inngest_local.job (run_id, kind, step_id, lane, queue, lanes, limits, due_at, ready)
     values ($1, 'call', $2, $3, $4, $5, $6, inngest_local.now(), true)`,
    [run.id, stepId, run.lane, run.queue, run.lanes, run.limits],
  );
}

/** Queues a timer, which counts towards no limit. */
export async function queueTimer(
  tx: Queryable,
  run: { id: string; lane: string },
  kind: JobRow["kind"],
  dueAt: Date,
  stepId: string | null = null,
): Promise<void> {
  await tx.query(
    `insert into inngest_local.job (run_id, kind, step_id, lane, due_at) values ($1, $2, $3, $4, $5)`,
    [run.id, kind, stepId, run.lane, dueAt],
  );
}

const takeSql = {
  name: "inngest_local.take",
  text: `select inngest_local.now() as now, (job).id::text as job_id, (job).kind, (job).step_id, (job).attempt, (job).fence::text,
      (job).losses, (run).id, (run).function_id, (run).status, (run).event_id, (run).event, (run).lane, (run).queue,
      (run).lanes, (run).limits, (run).plan_only, (run).parent_run_id, (run).parent_step_id, (run).started_at,
      (run).finish_by, steps, next, held_back as "heldBack"
    from inngest_local.take_jobs($1, $2, $3, make_interval(secs => $4))`,
};

/** What a look at the queue found. */
export interface Look {
  taken: Taken[];
  now: Date;
  /** When something falls due next; null when nothing is planned. */
  next: Date | null;
  /** Jobs are left that are due but held back by a limit. */
  heldBack: boolean;
}

/** Leases up to `wanted` due jobs, no more than `most` of one lane in this process, and reads what their calls need. */
export async function takeJobs(
  tx: Queryable,
  worker: string,
  { wanted, most, leaseSeconds }: { wanted: number; most: number; leaseSeconds: number },
): Promise<Look> {
  type Job = RunRow & Omit<JobRow, "id" | "run_id"> & { job_id: string; steps: StepRow[] | null };
  type Row = Omit<Job, "job_id"> & { job_id: string | null } & Omit<Look, "taken">;
  const { rows } = await tx.query<Row>(takeSql, [worker, wanted, most, leaseSeconds]);
  const last = rows.pop();
  if (!last) throw new Error("A look at the queue found nothing, not even when to look again");
  const taken = rows.flatMap(({ job_id, kind, step_id, attempt, fence, losses, now, steps, ...run }) =>
    job_id === null
      ? []
      : {
          job: { id: job_id, run_id: run.id, kind, step_id, attempt, fence, losses },
          run,
          steps: steps ?? [],
          now,
        },
  );
  return { taken, now: last.now, next: last.next, heldBack: last.heldBack };
}

/** Locks a job if this claim of it still stands. */
export async function holdJob(tx: Queryable, job: Pick<JobRow, "id" | "fence">): Promise<boolean> {
  const { rows } = await tx.query(
    "select from inngest_local.job where id = $1 and fence = $2 and lease_until is not null for update",
    [job.id, job.fence],
  );
  return rows.length > 0;
}

/** Extends this process' leases. Rows another transaction holds are about to change and are left alone. */
export async function extendLeases(
  tx: Queryable,
  jobs: Iterable<JobRow>,
  leaseSeconds: number,
): Promise<void> {
  const held = [...jobs];
  await tx.query(
    `update inngest_local.job set lease_until = inngest_local.now() + make_interval(secs => $3)
     where id in (
       select j.id from inngest_local.job j join unnest($1::bigint[], $2::bigint[]) as held (id, fence) using (id, fence)
       where j.lease_until is not null for update of j skip locked)`,
    [held.map(({ id }) => id), held.map(({ fence }) => fence), leaseSeconds],
  );
}

/** Gives claims back, so that any process may take them at once; what still runs here becomes stale. */
export async function returnLeases(tx: Queryable, jobs: Iterable<JobRow>): Promise<void> {
  const held = [...jobs];
  await tx.query(
    `update inngest_local.job j set lease_until = null, worker = null, fence = j.fence + 1
     from unnest($1::bigint[], $2::bigint[]) as held (id, fence) where j.id = held.id and j.fence = held.fence`,
    [held.map(({ id }) => id), held.map(({ fence }) => fence)],
  );
}

/** Makes the same job due again for its next attempt. */
export async function retryJob(tx: Queryable, job: JobRow, dueAt: Date): Promise<void> {
  await tx.query(
    `update inngest_local.job set attempt = attempt + 1, losses = 0, due_at = $2, ready = false, lease_until = null,
       worker = null, fence = fence + 1 where id = $1`,
    [job.id, dueAt],
  );
}

/** Counts a job's lost processes anew: it got on, so they were not lost to it. */
export async function forgiveLosses(tx: Queryable, job: Pick<JobRow, "id">): Promise<void> {
  await tx.query("update inngest_local.job set losses = 0 where id = $1 and losses > 0", [job.id]);
}

/** Removes a job that is done. */
export async function removeJob(tx: Queryable, job: Pick<JobRow, "id">): Promise<void> {
  await tx.query("delete from inngest_local.job where id = $1", [job.id]);
}

/** When the next job, or schedule unless they are left out, falls due; null when nothing is planned. */
export async function nextDue(tx: Queryable, schedules = true): Promise<{ now: Date; next: Date | null }> {
  return one(tx, "select inngest_local.now() as now, inngest_local.next_due($1) as next", [schedules]);
}
