import { and, asc, eq, isNull } from "drizzle-orm";
import { robot } from "@/db/schema/automation";
import { authorize, type Context, inOrganization } from "@/server/platform";
import type { Robot, StageOrPipeline } from "../contract";
import { currentNames } from "../record/paths";
import { currentType } from "../registry";

/** The columns that make a `Robot`. */
export const robotShape = {
  id: robot.id,
  pipelineId: robot.pipelineId,
  stageId: robot.stageId,
  name: robot.name,
  actionType: robot.actionType,
  params: robot.params,
  condition: robot.condition,
  timing: robot.timing,
  runMode: robot.runMode,
  enabled: robot.enabled,
};

/** The robots of a stage or of all stages of a pipeline, in order. */
export async function listRobots(ctx: Context, where: StageOrPipeline): Promise<Robot[]> {
  authorize(ctx, "automation.view");
  const place =
    "stageId" in where ? eq(robot.stageId, where.stageId) : eq(robot.pipelineId, where.pipelineId);
  const robots = await inOrganization(ctx, (tx) =>
    tx
      .select(robotShape)
      .from(robot)
      .where(and(eq(robot.organizationId, ctx.organizationId), place, isNull(robot.deletedAt)))
      .orderBy(asc(robot.stageId), asc(robot.position), asc(robot.id)),
  );
  return robots.map(inCurrentWords);
}

// What was saved under names that have changed since is shown, and saved again, under those of today.
function inCurrentWords(one: Robot): Robot {
  const condition = one.condition && currentNames(one.condition);
  return { ...one, actionType: currentType(one.actionType), condition };
}
