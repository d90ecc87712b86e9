import { and, eq, isNull } from "drizzle-orm";
import { dealStageVisit } from "@/db/schema/crm";
import type { Context, Transaction } from "@/server/platform";
import type { Deal } from "./contract";

/** Opens the deal's visit to the stage it now stands on. */
export async function enterStage(tx: Transaction, ctx: Context, deal: Deal): Promise<void> {
  await tx.insert(dealStageVisit).values({
    organizationId: ctx.organizationId,
    id: ctx.newId(),
    dealId: deal.id,
    stageId: deal.stageId,
    enteredAt: ctx.now(),
    actor: ctx.actor,
  });
}

/** Closes the deal's open visit. */
export async function leaveStage(tx: Transaction, ctx: Context, deal: Deal): Promise<void> {
  await tx
    .update(dealStageVisit)
    .set({ leftAt: ctx.now() })
    .where(
      and(
        eq(dealStageVisit.organizationId, ctx.organizationId),
        eq(dealStageVisit.dealId, deal.id),
        isNull(dealStageVisit.leftAt),
      ),
    );
}
