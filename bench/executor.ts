import { loadavg } from "node:os";
import { type Context, inOrganization, recordEvent } from "@/server/platform";
import { makeWorkspace } from "@/server/testing/fixtures";
import { openBenchDatabase } from "./database";
import { acting, type BenchEvent, openApp, stepsOfWork } from "./executor-app";
import { eventually, offer, pause, type Spread, spread } from "./load";
import { runRawQueue } from "./raw-queue";
import { serverCpu } from "./server-cpu";

const rates = (process.env.BENCH_RATES ?? "100,300,1000").split(",").map(Number);
const seconds = Number(process.env.BENCH_SECONDS ?? 8);
const runs = Number(process.env.BENCH_RUNS ?? 1_000);
const sleepers = Number(process.env.BENCH_SLEEPERS ?? 100_000);
const flood = Number(process.env.BENCH_FLOOD ?? 100_000);
/** What is measured, and in which order; BENCH_PARTS names some of them. */
const parts: Record<string, () => Promise<void>> = {
  throughput,
  start: startLatencies,
  idle: () => idle("nothing queued"),
  sleeping,
  fairness,
};
const chosen = process.env.BENCH_PARTS?.split(",") ?? Object.keys(parts);
/** A rate is carried when all of its events have started this soon after the last of them was due. */
const carriedMs = 500;

const heard = { started: 0, acted: 0, done: 0 };
let latencies: number[] = [];
/** Events made so far. */
let made = 0;
/** The organization that floods; only others are timed. */
let loud = "";

const database = await openBenchDatabase();
const { admin } = database;
// As many connections as the app has, for what records events and for the relay.
process.env.DATABASE_POOL = "10";
const app = openApp((what, at, organizationId) => {
  heard[what] += 1;
  if (at > 0 && organizationId !== loud) latencies.push(performance.now() - at);
});
const databaseMs = await serverCpu(admin, database.local);
try {
  await measure();
} finally {
  await app.close();
  await database.close();
}

/** The executor beside a hand-written queue on the same database, in one run. */
async function measure(): Promise<void> {
  await admin.query(`create table inngest_local.bench_effect (run_id text);
    grant all on inngest_local.bench_effect to pult_worker`);
  console.log(`${database.description}, Node ${process.version}, load before ${loadavg()[0]?.toFixed(1)}\n`);
  await app.executor.start();
  await warmUp();
  for (const part of chosen) await parts[part]?.();
  console.log(`\nload after ${loadavg()[0]?.toFixed(1)}`);
}

async function warmUp(): Promise<void> {
  for (const name of ["start", "act", "work"]) await app.send(events(name, 100, () => 0));
  await eventually(() => heard.started >= 100 && heard.acted >= 100 && heard.done >= 100, 60_000);
  await runRawQueue(admin, app.pool, 200);
  await admin.query("vacuum (analyze)");
}

/** Jobs of the hand-written queue and steps of the executor a second, in turns. */
async function throughput(): Promise<void> {
  const rawJobs = runs * stepsOfWork;
  const raw = { jobs: 0, ms: 0, app: 0, database: 0 };
  const ours = { jobs: 0, ms: 0, app: 0, database: 0 };
  for (let round = 0; round < 2; round++) {
    const rawCost = await cost(() => runRawQueue(admin, app.pool, rawJobs / 2));
    add(raw, rawJobs / 2, rawCost);
    const goal = heard.done + runs / 2;
    const ourCost = await cost(async () => {
      await app.send(events("work", runs / 2, () => 0));
      await eventually(() => heard.done >= goal, 300_000);
    });
    add(ours, (runs / 2) * stepsOfWork, ourCost);
  }
  const rate = (one: typeof raw) => (one.jobs / one.ms) * 1000;
  console.log("jobs or steps a second (enqueue, claim, complete)");
  for (const [name, one] of [
    ["raw SKIP LOCKED", raw],
    [`executor, ${stepsOfWork} steps a run`, ours],
  ] as const)
    console.log(
      `  ${name.padEnd(26)} ${rate(one).toFixed(0).padStart(6)}/s   CPU s per 1,000: app ${per(one.app, one.jobs)}, database ${per(one.database, one.jobs)}`,
    );
  console.log(`  ratio ${(rate(ours) / rate(raw)).toFixed(2)}\n`);
}

async function startLatencies(): Promise<void> {
  for (const rate of rates) await startLatency(rate);
}

async function startLatency(rate: number): Promise<void> {
  latencies = [];
  const count = rate * seconds;
  const goal = heard.started + count;
  let carried = false;
  const spent = await cost(async () => {
    await offer({ perSecond: rate, seconds }, (due) =>
      app.send(events("start", due.length, (i) => due[i] ?? 0)),
    );
    carried = await eventually(() => heard.started >= goal, carriedMs);
    await eventually(() => heard.started >= goal, 300_000);
  });
  const said = carried ? "carried" : `NOT carried, but ${((count / spent.ms) * 1000).toFixed(0)}/s`;
  console.log(`event to function start at ${rate}/s: ${times(spread(latencies))}   ${said}`);
  console.log(`  CPU ms an event: app ${per(spent.app, count)}, database ${per(spent.database, count)}`);
}

async function idle(state: string): Promise<void> {
  await pause(1_000);
  const spent = await cost(() => pause(10_000));
  const share = (ms: number) => `${((ms / spent.ms) * 100).toFixed(2)} %`;
  console.log(`\nidle 10 s, ${state}: app ${share(spent.app)}, database ${share(spent.database)} of a core`);
}

/** Claims that find nothing due, with and without runs that sleep. */
async function sleeping(): Promise<void> {
  const none = await claims();
  await app.executor.stop();
  await admin.query(
    `with slept as (
       insert into inngest_local.run (id, function_id, status, event, event_name, organization_id, lane, lanes, limits, created_at, started_at)
       select uuidv7(), 'bench-act', 'running', '{"id":"s","name":"sleep","data":{},"ts":0}', 'sleep', o, o, '{}', '{}', now(), now()
       from (select 'asleep ' || n % 1000 as o from generate_series(1, $1::int) n) asleep returning id, lane
     ), step as (
       insert into inngest_local.step (run_id, id, op, name, status, created_at)
       select id, 'sleep', 'Sleep', 'sleep', 'pending', now() from slept
     ) insert into inngest_local.job (run_id, kind, step_id, lane, due_at)
     select id, 'wake', 'sleep', lane, now() + interval '1 day' + random() * interval '30 days' from slept`,
    [sleepers],
  );
  await admin.query("vacuum (analyze)");
  await app.executor.start();
  const many = await claims();
  console.log(
    `claim, nothing due: ${none.wall.p50.toFixed(2)} ms p50, ${none.cpu.toFixed(2)} ms database CPU; with ${sleepers} sleeping ${many.wall.p50.toFixed(2)} ms, ${many.cpu.toFixed(2)} ms (${(many.cpu / none.cpu).toFixed(2)}x)`,
  );
  await idle(`${sleepers} sleeping`);
}

async function claims(): Promise<{ wall: Spread; cpu: number }> {
  const walls: number[] = [];
  const times = 300;
  const claim = () => admin.query("select * from inngest_local.claim('bench', 10, 8, interval '15 s')");
  for (let i = 0; i < 20; i++) await claim();
  const spent = await cost(async () => {
    for (let i = 0; i < times; i++) {
      const began = performance.now();
      await claim();
      walls.push(performance.now() - began);
    }
  });
  return { wall: spread(walls), cpu: spent.database / times };
}

/**
 * From event to action in an organization while another's long queue is held back, and while it is worked off, in
 * turns, so that whatever else the machine does falls on both; then while the other's events stand in the outbox too.
 */
async function fairness(): Promise<void> {
  const [quiet, other] = [await makeWorkspace("Quiet"), await makeWorkspace("Loud")];
  loud = other.owner.organizationId;
  await quietTurns(quiet.owner, 40);
  const empty = await quietTurns(quiet.owner, 100);
  await app.executor.stop();
  const queued = await cost(() => app.send(events("act", flood, () => 0, loud)));
  await admin.query("vacuum (analyze)");
  await holdLoud();
  await app.executor.start();
  const [idle, flooded]: [number[], number[]] = [[], []];
  let others = 0;
  for (let round = 0; round < 3; round++) {
    await quietTurns(quiet.owner, 100);
    idle.push(...latencies);
    await letLoud();
    const acted = heard.acted;
    await quietTurns(quiet.owner, 100);
    flooded.push(...latencies);
    others += heard.acted - acted - 100;
    await holdLoud();
  }
  const [alone, beside] = [spread(idle), spread(flooded)];
  console.log("\nfrom recordEvent through the relay to the action");
  console.log(`  alone, nothing queued:           ${times(empty)}`);
  console.log(`  alone, ${flood} held back:      ${times(alone)}`);
  console.log(
    `  beside ${flood} of another:     ${times(beside)}   p95 ratio ${(beside.p95 / alone.p95).toFixed(2)}`,
  );
  console.log(
    `    the other acts ${(others / 15).toFixed(0)}/s; its events were queued in ${(queued.ms / 1000).toFixed(0)} s, CPU ms an event ${per(queued.app + queued.database, flood)}`,
  );
  await letLoud();
  await admin.query(
    `insert into event (organization_id, id, name, entity, record_id, actor, causes, depth, data, occurred_at)
     select $1, uuidv7(), 'act', 'deal', uuidv7(), '{"type":"system","id":"pult"}', '[]', 0,
       json_build_object('runId', 'recorded ' || n, 'at', 0), now() from generate_series(1, $2::int) n`,
    [loud, flood],
  );
  await admin.query("analyze event");
  await admin.query("notify pult_outbox");
  const relaying = await quietTurns(quiet.owner, 100);
  const left = await admin.query("select count(*) from event where relayed_at is null");
  console.log(
    `  with ${flood} in the outbox too: ${times(relaying)}   p95 ratio ${(relaying.p95 / alone.p95).toFixed(2)}, ${left.rows[0]?.count} still there`,
  );
}

/** Fills the limit of the loud organization with a call that does not end. */
async function holdLoud(): Promise<void> {
  await admin.query(
    `insert into inngest_local.job (run_id, kind, lane, lanes, limits, due_at, lease_until, worker)
     select run_id, 'call', '', queue, '{0}', now(), now() + interval '1 hour', 'bench' from inngest_local.job
     where ready and lane = $1 limit 1`,
    [loud],
  );
}

async function letLoud(): Promise<void> {
  await admin.query("delete from inngest_local.job where worker = 'bench'");
  await admin.query("notify inngest_local");
}

async function quietTurns(ctx: Context, turns = 200): Promise<Spread> {
  latencies = [];
  await offer({ perSecond: 20, seconds: turns / 20 }, async (due) => {
    for (const at of due)
      await inOrganization(ctx, (tx) =>
        recordEvent(tx, ctx, acting, { recordId: ctx.newId(), data: { runId: ctx.newId(), at } }),
      );
  });
  await eventually(() => latencies.length >= turns, 60_000);
  return spread(latencies);
}

/** Events of one organization, or spread over fifty. */
function events(
  name: string,
  count: number,
  at: (index: number) => number,
  organizationId?: string,
): BenchEvent[] {
  return Array.from({ length: count }, (_, i) => {
    made += 1;
    return {
      name,
      data: { organizationId: organizationId ?? `o${made % 50}`, runId: `r${made}`, at: at(i) },
    };
  });
}

type Spent = { ms: number; app: number; database: number };

/** Milliseconds some work took, and processor time of this process and the database's. */
async function cost(work: () => Promise<unknown>): Promise<Spent> {
  const [app, server, began] = [process.cpuUsage(), databaseMs(), performance.now()];
  await work();
  const used = process.cpuUsage(app);
  return {
    ms: performance.now() - began,
    app: (used.user + used.system) / 1000,
    database: (databaseMs() ?? Number.NaN) - (server ?? Number.NaN),
  };
}

function add(sum: Spent & { jobs: number }, jobs: number, spent: Spent): void {
  sum.jobs += jobs;
  sum.ms += spent.ms;
  sum.app += spent.app;
  sum.database += spent.database;
}

function per(ms: number, count: number): string {
  return (ms / count).toFixed(2);
}

function times({ count, p50, p95, p99 }: Spread): string {
  return `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms (${count})`;
}
