import { and, eq } from "drizzle-orm";
import { generateNKeysBetween } from "fractional-indexing";
import { robot } from "@/db/schema/automation";
import { AppError, authorize, type Context, inOrganization } from "@/server/platform";
import type { ReorderRobots } from "../contract";
import { robotsOf } from "../runs/queries";
import { tellOfRobots } from "./tell";

/** Puts a place's robots into the given order. @throws VERSION_CONFLICT when those are not all its robots */
export async function reorderRobots(ctx: Context, { place, robotIds }: ReorderRobots): Promise<void> {
  authorize(ctx, "automation.edit");
  await inOrganization(ctx, async (tx) => {
    const present = (await robotsOf(tx, ctx, place)).map((row) => row.id);
    const complete = present.length === robotIds.length && new Set(robotIds).size === present.length;
    if (!complete || !robotIds.every((id) => present.includes(id))) throw new AppError("VERSION_CONFLICT");
    const positions = generateNKeysBetween(null, null, robotIds.length);
    for (const [index, id] of robotIds.entries()) {
      await tx
        .update(robot)
        .set({ position: positions[index] })
        .where(and(eq(robot.organizationId, ctx.organizationId), eq(robot.id, id)));
    }
    await tellOfRobots(tx, ctx, { place, what: "reordered", name: null });
  });
}
