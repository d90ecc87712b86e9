import { and, eq } from "drizzle-orm";
import { processInbox, processRun } from "@/db/schema/automation";
import type { Context, Transaction } from "@/server/platform";
import type { InboxSignal } from "../interpreter/signal";
import { wakeAgainAt } from "./wake-due";

/** Lays a signal into a run's inbox and notes that a wake is owed. The caller holds the run's lock. */
export async function putSignal(
  tx: Transaction,
  ctx: Context,
  runId: string,
  signal: InboxSignal,
): Promise<void> {
  const { organizationId } = ctx;
  await tx
    .insert(processInbox)
    .values({ organizationId, id: ctx.newId(), runId, signal, createdAt: ctx.now() });
  await tx
    .update(processRun)
    .set({ wakeDueAt: wakeAgainAt(ctx) })
    .where(and(eq(processRun.organizationId, organizationId), eq(processRun.id, runId)));
}
