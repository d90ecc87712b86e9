import type { Pool, PoolClient } from "pg";
import type { Connection, Database, Transaction } from "./client";
import { kept } from "./kept-statements";

type Seat = { database: Database; opening: string; broken: unknown };

const seats = new WeakMap<PoolClient, Seat>();

/**
 * Runs `work` in a transaction whose first settings travel with its `begin`: one statement where there were three.
 * `settings` is SQL without parameters. A connection that could not begin or roll back is thrown away, never used again.
 */
export async function transactionWith<T>(
  { pool, over }: { pool: Pool; over: (connection: Connection) => Database },
  settings: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  const seat = seatOf(client, over);
  seat.opening = `begin; ${settings}`;
  const lost = (error: unknown) => {
    seat.broken ??= error;
  };
  client.on("error", lost);
  try {
    return await seat.database.transaction(work);
  } finally {
    client.off("error", lost);
    client.release(seat.broken !== null);
  }
}

// Drizzle sits on a connection once; a connection carries one transaction at a time.
function seatOf(client: PoolClient, over: (connection: Connection) => Database): Seat {
  const known = seats.get(client);
  if (known) return known;
  const seat: Seat = {
    opening: "begin",
    broken: null,
    database: over({
      query(asked, values) {
        if (asked.text.trim() === "begin") return decisive(client.query(seat.opening));
        if (asked.text === "rollback") return decisive(client.query(asked.text));
        return client.query(kept(asked), values);
      },
    }),
  };
  async function decisive<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      seat.broken = error;
      throw error;
    }
  }
  seats.set(client, seat);
  return seat;
}
