import { and, desc, eq, isNull } from "drizzle-orm";
import { generateKeyBetween } from "fractional-indexing";
import { robot } from "@/db/schema/automation";
import { liveStage } from "@/server/pipelines";
import {
  AppError,
  authorize,
  type Context,
  inOrganization,
  recordEvent,
  type Transaction,
} from "@/server/platform";
import { type Robot, SaveRobot } from "../contract";
import { robotsChanged } from "../events";
import { checkAction, checkAgainst } from "./check-robot";
import { robotShape } from "./list-robots";

/**
 * Adds a robot at the end of a stage, or changes one. Records that stand on the stage already are not touched:
 * a run keeps the edition it started with.
 * @throws ROBOT_INVALID, TEMPLATE_INVALID, STAGE_GONE, NOT_FOUND
 */
export async function saveRobot(ctx: Context, input: SaveRobot): Promise<Robot> {
  authorize(ctx, "automation.edit");
  const values = SaveRobot.parse(input);
  const action = await checkAction(values);
  return inOrganization(ctx, async (tx) => {
    const stage = await liveStage(tx, ctx, values.stageId);
    const checked = await checkAgainst(tx, ctx, stage.entity, { ...values, action });
    const row = { ...values, ...checked, stageId: stage.id, pipelineId: stage.pipelineId };
    const saved = values.id ? await change(tx, ctx, values.id, row) : await add(tx, ctx, row);
    await recordEvent(tx, ctx, robotsChanged, {
      recordId: stage.id,
      data: { stageId: stage.id, what: "saved", name: saved.name },
    });
    return saved;
  });
}

type Row = Omit<Robot, "id" | "params"> & Pick<typeof robot.$inferInsert, "params">;

async function add(tx: Transaction, ctx: Context, row: Row): Promise<Robot> {
  const position = generateKeyBetween(await lastPosition(tx, ctx, row.stageId), null);
  const [added] = await tx
    .insert(robot)
    .values({ ...row, organizationId: ctx.organizationId, id: ctx.newId(), position, createdAt: ctx.now() })
    .returning(robotShape);
  if (!added) throw new AppError("NOT_FOUND");
  return added;
}

async function change(tx: Transaction, ctx: Context, id: string, row: Row): Promise<Robot> {
  const [changed] = await tx
    .update(robot)
    .set({ ...row, id, updatedAt: ctx.now() })
    .where(and(eq(robot.organizationId, ctx.organizationId), eq(robot.id, id), isNull(robot.deletedAt)))
    .returning(robotShape);
  if (!changed) throw new AppError("NOT_FOUND");
  return changed;
}

async function lastPosition(tx: Transaction, ctx: Context, stageId: string): Promise<string | null> {
  const [last] = await tx
    .select({ position: robot.position })
    .from(robot)
    .where(and(eq(robot.organizationId, ctx.organizationId), eq(robot.stageId, stageId)))
    .orderBy(desc(robot.position))
    .limit(1);
  return last?.position ?? null;
}
