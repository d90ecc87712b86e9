import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { robot } from "@/db/schema/automation";
import { AppError, authorize, type Context, inOrganization } from "@/server/platform";
import type { Robot, RobotId } from "../contract";
import { robotShape } from "./list-robots";
import { tellOfRobots } from "./tell";

/** Takes a robot off its place; runs under way keep it. `restoreRobot` is the undo. @throws NOT_FOUND */
export function deleteRobot(ctx: Context, { robotId }: RobotId): Promise<Robot> {
  return mark(ctx, robotId, "removed");
}

/** Puts a removed robot back in its place. @throws NOT_FOUND */
export function restoreRobot(ctx: Context, { robotId }: RobotId): Promise<Robot> {
  return mark(ctx, robotId, "restored");
}

async function mark(ctx: Context, id: string, what: "removed" | "restored"): Promise<Robot> {
  authorize(ctx, "automation.edit");
  return inOrganization(ctx, async (tx) => {
    const state = what === "removed" ? isNull(robot.deletedAt) : isNotNull(robot.deletedAt);
    const [row] = await tx
      .update(robot)
      .set({ deletedAt: what === "removed" ? ctx.now() : null, updatedAt: ctx.now() })
      .where(and(eq(robot.organizationId, ctx.organizationId), eq(robot.id, id), state))
      .returning(robotShape);
    if (!row) throw new AppError("NOT_FOUND");
    await tellOfRobots(tx, ctx, { place: row.place, what, name: row.name });
    return row;
  });
}
