import { sql } from "drizzle-orm";
import { asWorker } from "./db";

export type Health = {
  status: "ok" | "failing";
  database: { ok: boolean; ms: number };
  outbox: { waiting: number; oldestMs: number };
};

/** Can this process serve? Asks the database, and how long recorded events have waited for the engine. */
export async function health(): Promise<Health> {
  const began = performance.now();
  try {
    const waiting = await asWorker(async (tx) => {
      const { rows } = await tx.execute<{ waiting: number; oldest: number }>(
        sql`select count(*)::int as waiting,
          coalesce(extract(epoch from now() - min(occurred_at)) * 1000, 0)::float8 as oldest
          from event where relayed_at is null`,
      );
      return rows[0];
    });
    return {
      status: "ok",
      database: { ok: true, ms: Math.round(performance.now() - began) },
      outbox: { waiting: waiting?.waiting ?? 0, oldestMs: Math.max(0, Math.round(waiting?.oldest ?? 0)) },
    };
  } catch {
    return {
      status: "failing",
      database: { ok: false, ms: Math.round(performance.now() - began) },
      outbox: { waiting: 0, oldestMs: 0 },
    };
  }
}
