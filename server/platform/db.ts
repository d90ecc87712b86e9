import { sql } from "drizzle-orm";
import { Pool } from "pg";
import { directUrl, getDatabase, openRuntime, type Transaction } from "@/db/client";
import { transactionWith } from "@/db/transactions";
import type { Context } from "./context";
import { invariant } from "./errors";

export type { Transaction };

/** A context whose verbs join the transaction already open, instead of starting their own. */
export function joining<C extends Context>(ctx: C, tx: Transaction): C {
  return { ...ctx, [open]: tx };
}

const open = Symbol("open transaction");

/**
 * Runs `work` in one transaction that can only see and write the context's organization: row level security
 * answers for it, whatever the queries forgot. Nothing but SQL belongs inside.
 */
export async function inOrganization<T>(ctx: Context, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const joined = (ctx as Context & { [open]?: Transaction })[open];
  if (joined) return work(joined);
  // Written into the statement itself, where nothing but an id may stand.
  invariant(uuid.test(ctx.organizationId), "an organization's id");
  const settings = `set local role pult_app; set local app.organization_id = '${ctx.organizationId}'`;
  return transactionWith(openRuntime(), settings, work);
}

/** Runs `work` across organizations: for the relay, the executor, sweeps, sign-in. Never for a business verb. */
export async function asWorker<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return transactionWith(openRuntime(), "set local role pult_worker", work);
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Refuses to serve when row level security would not bite: a superuser's or BYPASSRLS connection. @throws */
export async function assertRowSecurity(): Promise<void> {
  const [row] = await getDatabase().transaction(async (tx) => {
    await tx.execute(sql`select set_config('role', 'pult_app', true)`);
    const { rows } = await tx.execute<{ active: boolean }>(
      sql`select row_security_active('public.deal') as active`,
    );
    return rows;
  });
  if (!row?.active) throw new Error("Row level security is not active for role pult_app");
}

/**
 * Connections that act as pult_worker from the start, for an engine with SQL of its own. Not through a
 * connection pooler, which would not keep the role.
 */
export function workerPool(max: number): Pool {
  const pool = new Pool({
    connectionString: directUrl(),
    options: "-c role=pult_worker",
    max,
    keepAlive: true,
  });
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}
