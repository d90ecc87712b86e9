/** A statement with a name is parsed and planned once a connection. */
export type Statement = string | { name: string; text: string };

/** The part of a `pg` client the executor uses. */
export interface Queryable {
  query<Row extends object>(
    statement: Statement,
    values?: unknown[],
  ): Promise<{ rows: Row[]; rowCount: number | null }>;
}

/** The part of a `pg.Pool` the executor uses; any pool with these two methods will do. */
export interface Database extends Queryable {
  connect(): Promise<Queryable & { release(error?: Error | boolean): void }>;
}

/** Deadlock, serialization failure: nothing was written, so the transaction may simply run again. */
const RETRYABLE = new Set(["40P01", "40001"]);
const ATTEMPTS = 5;
/** A process frozen within a transaction would keep what it locked from everyone; after this long it is cut off. */
const FROZEN_MS = 5_000;

/** Runs `work` in one transaction, again after a deadlock. @throws what `work` or the database throws */
export async function transaction<T>(database: Database, work: (tx: Queryable) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(database, work);
    } catch (error) {
      if (attempt === ATTEMPTS || !RETRYABLE.has(sqlState(error))) throw error;
    }
  }
}

const told = new WeakMap<Queryable, (() => void)[]>();

/** Does `work` once what the transaction wrote is there to stay; never when it rolls back. */
export function afterCommit(tx: Queryable, work: () => void): void {
  told.set(tx, [...(told.get(tx) ?? []), work]);
}

async function once<T>(database: Database, work: (tx: Queryable) => Promise<T>): Promise<T> {
  const client = await database.connect();
  let broken: Error | undefined;
  try {
    await client.query(`begin; set local idle_in_transaction_session_timeout = ${FROZEN_MS}`);
    const result = await work(client);
    await client.query("commit");
    for (const tell of told.get(client) ?? []) tell();
    return result;
  } catch (error) {
    await client.query("rollback").catch((cause: unknown) => {
      broken = cause instanceof Error ? cause : new Error(String(cause));
    });
    throw error;
  } finally {
    told.delete(client);
    client.release(broken);
  }
}

/** Milliseconds between attempts while the database is away: about as long as a lease lasts. */
const AWAY_WAITS = [50, 100, 300, 1_000, 3_000, 5_000];

/** Does again what a lost connection interrupted, which therefore must be safe to do twice. @throws what else goes wrong */
export async function throughOutages<T>(work: () => Promise<T>): Promise<T> {
  for (const wait of AWAY_WAITS) {
    try {
      return await work();
    } catch (error) {
      if (!isOutage(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return work();
}

/** Like `throughOutages`, but for as long as the outage lasts; `tell` hears of every attempt that met it. */
export async function untilReached<T>(work: () => Promise<T>, tell: (error: unknown) => void): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!isOutage(error)) throw error;
      tell(error);
      const wait = AWAY_WAITS[Math.min(attempt, AWAY_WAITS.length - 1)];
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** A connection that ended or was cut off, a server that starts or stops: 08, 57P, 25P03, or an error of the socket. */
function isOutage(error: unknown): boolean {
  if (/^(08|57P|25P03|ECONN|EPIPE|ETIMEDOUT)/.test(sqlState(error))) return true;
  return error instanceof Error && /connection (terminated|ended|error)|not queryable/i.test(error.message);
}

/** Holds everyone else with the same key until the transaction ends. */
export async function lockKey(tx: Queryable, ...key: string[]): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [JSON.stringify(key)]);
}

/** Rows for Postgres' JSON functions, which refuse lone surrogates; JSON of other people's goes in as text of a field. */
export function asJson(rows: object): string {
  return JSON.stringify(rows, (_, value: unknown) =>
    typeof value === "string" ? value.toWellFormed() : value,
  );
}

/** The only row of a query that always yields one. */
export async function one<Row extends object>(
  tx: Queryable,
  text: string,
  values: unknown[] = [],
): Promise<Row> {
  const { rows } = await tx.query<Row>(text, values);
  if (rows[0] === undefined) throw new Error(`Expected a row from: ${text}`);
  return rows[0];
}

function sqlState(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
