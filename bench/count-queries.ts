import type pg from "pg";

type Query = (...args: unknown[]) => unknown;

/** Counts the statements sent over a pool's connections, `begin` and `commit` among them. */
export function countQueries(pool: pg.Pool): () => number {
  let count = 0;
  const seen = new WeakSet<pg.PoolClient>();
  pool.on("acquire", (client) => {
    if (seen.has(client)) return;
    seen.add(client);
    const query: Query = client.query.bind(client);
    const counted: Query = (...args) => {
      count += 1;
      return query(...args);
    };
    Object.assign(client, { query: counted });
  });
  return () => count;
}
