import { sql } from "drizzle-orm";
import type { Context, Transaction } from "@/server/platform";
import { liveChannel } from "@/server/platform/events";

/** Tells open browsers that a record's processes moved, where no event of its own does. */
export async function announce(tx: Transaction, ctx: Context, recordId: string): Promise<void> {
  const change = JSON.stringify({ o: ctx.organizationId, entity: "deal", id: recordId });
  await tx.execute(sql`select pg_notify(${liveChannel}, ${change})`);
}
