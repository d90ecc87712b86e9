import { and, asc, eq, inArray, isNull, type SQL } from "drizzle-orm";
import { robot } from "@/db/schema/automation";
import { authorize, type Context, inOrganization } from "@/server/platform";
import type { ListRobots, Robot } from "../contract";
import { placesOf } from "../places";
import { currentNames } from "../record/paths";
import { currentType } from "../registry";

/** The columns that make a `Robot`. */
export const robotShape = {
  id: robot.id,
  place: robot.place,
  name: robot.name,
  actionType: robot.actionType,
  params: robot.params,
  condition: robot.condition,
  timing: robot.timing,
  runMode: robot.runMode,
  enabled: robot.enabled,
};

/** The robots of a place, of all stages of a pipeline, or of all statuses, in order. */
export async function listRobots(ctx: Context, where: ListRobots): Promise<Robot[]> {
  authorize(ctx, "automation.view");
  const robots = await inOrganization(ctx, (tx) =>
    tx
      .select(robotShape)
      .from(robot)
      .where(and(eq(robot.organizationId, ctx.organizationId), within(where), isNull(robot.deletedAt)))
      .orderBy(asc(robot.place), asc(robot.position), asc(robot.id)),
  );
  return robots.map(inCurrentWords);
}

function within(where: ListRobots): SQL {
  if ("place" in where) return eq(robot.place, where.place);
  if ("pipelineId" in where) return eq(robot.pipelineId, where.pipelineId);
  return inArray(robot.place, placesOf[where.entity]);
}

// What was saved under names that have changed since is shown, and saved again, under those of today.
function inCurrentWords(one: Robot): Robot {
  const condition = one.condition && currentNames(one.condition);
  return { ...one, actionType: currentType(one.actionType), condition };
}
