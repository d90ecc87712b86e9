import { and, desc, eq } from "drizzle-orm";
import { generateKeyBetween } from "fractional-indexing";
import type { z } from "zod";
import { lossReason } from "@/db/schema/pipelines";
import { AppError, authorize, type Context, inOrganization } from "@/server/platform";
import type { LossReasonId, SaveLossReason } from "./contract";

/** Adds a loss reason, or renames and reclassifies one. @throws NOT_FOUND */
export async function saveLossReason(ctx: Context, input: SaveLossReason): Promise<{ id: string }> {
  authorize(ctx, "pipeline.edit");
  return inOrganization(ctx, async (tx) => {
    const { id, ...given } = input;
    // A real reason says nothing about the lead; without a word about it the kind stays as it was.
    const values = given.class === "real" ? { ...given, leadKind: null } : given;
    const mine = eq(lossReason.organizationId, ctx.organizationId);
    if (id) {
      const [saved] = await tx
        .update(lossReason)
        .set({ ...values, updatedAt: ctx.now() })
        .where(and(mine, eq(lossReason.id, id)))
        .returning({ id: lossReason.id });
      if (!saved) throw new AppError("NOT_FOUND");
      return saved;
    }
    const [last] = await tx
      .select({ position: lossReason.position })
      .from(lossReason)
      .where(mine)
      .orderBy(desc(lossReason.position))
      .limit(1);
    const created = { id: ctx.newId() };
    await tx.insert(lossReason).values({
      ...values,
      ...created,
      organizationId: ctx.organizationId,
      position: generateKeyBetween(last?.position ?? null, null),
    });
    return created;
  });
}

/** Takes a reason out of the pickers; deals that carry it keep it. @throws NOT_FOUND */
export async function archiveLossReason(ctx: Context, { id }: z.output<typeof LossReasonId>): Promise<void> {
  authorize(ctx, "pipeline.edit");
  await inOrganization(ctx, async (tx) => {
    const [gone] = await tx
      .update(lossReason)
      .set({ archivedAt: ctx.now() })
      .where(and(eq(lossReason.organizationId, ctx.organizationId), eq(lossReason.id, id)))
      .returning({ id: lossReason.id });
    if (!gone) throw new AppError("NOT_FOUND");
  });
}
