import { loadavg } from "node:os";
import { openBenchDatabase } from "./database";
import { type BenchEvent, openApp, stepsOfWork } from "./executor-app";
import { eventually, offer, pause, type Spread, spread } from "./load";
import { runRawQueue } from "./raw-queue";
import { serverCpu } from "./server-cpu";

const rates = (process.env.BENCH_RATES ?? "100,300,1000").split(",").map(Number);
const seconds = Number(process.env.BENCH_SECONDS ?? 8);
const runs = Number(process.env.BENCH_RUNS ?? 1_000);
const sleepers = Number(process.env.BENCH_SLEEPERS ?? 100_000);
const flood = Number(process.env.BENCH_FLOOD ?? 100_000);
/** A rate is carried when all of its events have started this soon after the last of them was due. */
const carriedMs = 500;

const heard = { started: 0, acted: 0, done: 0 };
let latencies: number[] = [];
/** Events made so far. */
let made = 0;

const database = await openBenchDatabase();
const { admin } = database;
const app = openApp((what, at, organizationId) => {
  heard[what] += 1;
  if (at > 0 && organizationId !== "loud") latencies.push(performance.now() - at);
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
  await throughput();
  for (const rate of rates) await startLatency(rate);
  await idle("nothing queued");
  await sleeping();
  await fairness();
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

async function startLatency(rate: number): Promise<void> {
  latencies = [];
  const goal = heard.started + rate * seconds;
  const began = performance.now();
  const spent = await cost(() =>
    offer({ perSecond: rate, seconds }, (due) => app.send(events("start", due.length, (i) => due[i] ?? 0))),
  );
  const left = began + seconds * 1000 + carriedMs - performance.now();
  const carried = await eventually(() => heard.started >= goal, left);
  await eventually(() => heard.started >= goal, 300_000);
  const cores = ((spent.app + spent.database) / spent.ms).toFixed(2);
  console.log(
    `event to function start at ${rate}/s: ${times(spread(latencies))}   ${carried ? "carried" : "NOT carried"}, ${cores} cores`,
  );
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
       select uuidv7(), 'bench-act', 'running', '{"id":"s","name":"sleep","data":{},"ts":0}', 'sleep', 'asleep', 'bench-act', '{}', '{}', now(), now()
       from generate_series(1, $1::int) returning id
     ), step as (
       insert into inngest_local.step (run_id, id, op, name, status, created_at)
       select id, 'sleep', 'Sleep', 'sleep', 'pending', now() from slept
     ) insert into inngest_local.job (run_id, kind, step_id, lane, due_at)
     select id, 'wake', 'sleep', '', now() + interval '1 day' + random() * interval '30 days' from slept`,
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

/** From event to action in an organization by itself, then while another has a long queue. */
async function fairness(): Promise<void> {
  const alone = await quietOrganization();
  await app.executor.stop();
  const queued = await cost(() => app.send(events("act", flood, () => 1, "loud")));
  await admin.query("analyze");
  await app.executor.start();
  await pause(1_000);
  const acted = heard.acted;
  const began = performance.now();
  const beside = await quietOrganization();
  const loud = ((heard.acted - acted - beside.count) / (performance.now() - began)) * 1000;
  const { rows } = await admin.query(
    "select count(*) from inngest_local.job where lease_until is null and due_at <= now()",
  );
  console.log(
    `\n${flood} events queued in ${(queued.ms / 1000).toFixed(1)} s (${per(queued.app + queued.database, flood)} s CPU per 1,000)`,
  );
  console.log(`event to action alone:           ${times(alone)}`);
  console.log(
    `beside ${rows[0]?.count} still queued:     ${times(beside)}   the other acts ${loud.toFixed(0)}/s`,
  );
  console.log(`p95 ratio ${(beside.p95 / alone.p95).toFixed(2)}`);
}

async function quietOrganization(): Promise<Spread> {
  latencies = [];
  const turns = 200;
  await offer({ perSecond: 20, seconds: turns / 20 }, (due) =>
    app.send(events("act", due.length, (i) => due[i] ?? 0, "quiet")),
  );
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
