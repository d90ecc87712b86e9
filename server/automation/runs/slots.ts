import { and, eq } from "drizzle-orm";
import { processSlot } from "@/db/schema/automation";
import type { Context, Transaction } from "@/server/platform";
import type { Run } from "./queries";

/** At most two processes are active on a record. */
const slots = [1, 2];

type Owner = Pick<Run, "id" | "entity" | "recordId">;

/** Takes one of the record's slots for a run; false when both are taken. The primary key decides races. */
export async function takeSlot(tx: Transaction, ctx: Context, run: Owner): Promise<boolean> {
  const { organizationId } = ctx;
  for (const slot of slots) {
    const taken = await tx
      .insert(processSlot)
      .values({ organizationId, entity: run.entity, recordId: run.recordId, slot, runId: run.id })
      .onConflictDoNothing()
      .returning({ slot: processSlot.slot });
    if (taken.length > 0) return true;
  }
  return false;
}

/** Gives the run's slot back; nothing when it has none. */
export async function freeSlot(tx: Transaction, ctx: Context, runId: string): Promise<void> {
  await tx
    .delete(processSlot)
    .where(and(eq(processSlot.organizationId, ctx.organizationId), eq(processSlot.runId, runId)));
}
