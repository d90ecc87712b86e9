import { and, eq, isNotNull } from "drizzle-orm";
import { deal } from "@/db/schema/crm";
import { liveStage } from "@/server/pipelines";
import { AppError, authorize, type Context, inOrganization, recordEvent } from "@/server/platform";
import type { Deal } from "./contract";
import { dealDeleted, dealRestored } from "./events";
import { dealShape, lockDeal } from "./queries";

/** Moves a deal to the trash; `restoreDeal` brings it back as it was. */
export async function deleteDeal(ctx: Context, { dealId }: { dealId: string }): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const before = await lockDeal(tx, ctx, dealId);
    authorize(ctx, "deal.delete", before);
    await tx
      .update(deal)
      .set({ deletedAt: ctx.now(), version: before.version + 1 })
      .where(and(eq(deal.organizationId, ctx.organizationId), eq(deal.id, dealId)));
    await recordEvent(tx, ctx, dealDeleted, {
      recordId: dealId,
      version: before.version + 1,
      data: { title: before.title, stageId: before.stageId },
    });
  });
}

/** Takes a deal out of the trash, back to its stage. @throws NOT_FOUND, STAGE_GONE */
export async function restoreDeal(ctx: Context, { dealId }: { dealId: string }): Promise<Deal> {
  return inOrganization(ctx, async (tx) => {
    const inTrash = and(
      eq(deal.organizationId, ctx.organizationId),
      eq(deal.id, dealId),
      isNotNull(deal.deletedAt),
    );
    const [before] = await tx.select(dealShape).from(deal).where(inTrash).for("update");
    if (!before) throw new AppError("NOT_FOUND");
    authorize(ctx, "deal.delete", before);
    await liveStage(tx, ctx, before.stageId);
    const [after] = await tx
      .update(deal)
      .set({ deletedAt: null, version: before.version + 1, updatedAt: ctx.now() })
      .where(inTrash)
      .returning(dealShape);
    if (!after) throw new AppError("NOT_FOUND");
    await recordEvent(tx, ctx, dealRestored, {
      recordId: after.id,
      version: after.version,
      data: { title: after.title, stageId: after.stageId, pipelineId: after.pipelineId },
    });
    return after;
  });
}
