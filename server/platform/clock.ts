import { sql } from "drizzle-orm";
import { asWorker } from "./db";

/**
 * The engine's clock, which is the database's: processes whose own clocks differ agree on what is due and on who
 * holds what. Read once, it then goes on by this process's steady counter.
 */
export async function engineClock(): Promise<() => Date> {
  const { rows } = await asWorker((tx) =>
    tx.execute<{ ms: number }>(sql`select extract(epoch from inngest_local.now())::float8 * 1000 as ms`),
  );
  const read = performance.now();
  const [first] = rows;
  if (!first) throw new Error("A clock has a time");
  return () => new Date(first.ms + performance.now() - read);
}
