import { sql } from "drizzle-orm";
import { asWorker } from "../db";
import { sessionChannel } from "../events/record";

/** Tells the person's open streams, on whichever server, to see whether they may go on. */
export async function announceSessionEnd(userId: string): Promise<void> {
  await asWorker((tx) => tx.execute(sql`select pg_notify(${sessionChannel}, ${userId})`));
}
