import type pg from "pg";

const workers = 10;

/**
 * The queue somebody would write by hand: a hundred jobs an insert, then ten connections that each claim one with
 * SKIP LOCKED and delete it when done. Returns how long it took, in ms.
 */
export async function runRawQueue(admin: pg.Client, pool: pg.Pool, jobs: number): Promise<number> {
  await admin.query(`drop table if exists inngest_local.bench_queue;
    create table inngest_local.bench_queue (id bigint generated always as identity primary key, organization_id text not null,
      payload json not null, due_at timestamptz not null, lease_until timestamptz);
    create index on inngest_local.bench_queue (due_at, id) where lease_until is null;
    grant all on inngest_local.bench_queue to pult_worker`);
  const began = performance.now();
  for (let queued = 0; queued < jobs; queued += 100) {
    const payloads = Array.from({ length: Math.min(100, jobs - queued) }, (_, n) => JSON.stringify({ n }));
    await pool.query({ name: "raw enqueue", text: enqueueSql, values: [payloads] });
  }
  await Promise.all(Array.from({ length: workers }, () => work(pool)));
  return performance.now() - began;
}

async function work(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    for (;;) {
      const { rows } = await client.query<{ id: number }>({ name: "raw claim", text: claimSql });
      if (!rows[0]) return;
      await client.query({ name: "raw complete", text: completeSql, values: [rows[0].id] });
    }
  } finally {
    client.release();
  }
}

const enqueueSql = `insert into inngest_local.bench_queue (organization_id, payload, due_at)
  select 'o1', payload::json, now() from unnest($1::text[]) payload`;
const claimSql = `update inngest_local.bench_queue set lease_until = now() + interval '15 s' where id = (
    select id from inngest_local.bench_queue where lease_until is null and due_at <= now()
    order by due_at, id limit 1 for update skip locked) returning id, payload`;
const completeSql = "delete from inngest_local.bench_queue where id = $1";
