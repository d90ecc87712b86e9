import { and, desc, eq, isNull } from "drizzle-orm";
import { generateKeyBetween } from "fractional-indexing";
import { robot } from "@/db/schema/automation";
import { liveStage } from "@/server/pipelines";
import {
  AppError,
  type AutomatedEntity,
  authorize,
  type Context,
  inOrganization,
  type Transaction,
} from "@/server/platform";
import { type Robot, SaveRobot } from "../contract";
import { stageAt } from "../places";
import { checkAction, checkAgainst } from "./check-robot";
import { robotShape } from "./list-robots";
import { tellOfRobots } from "./tell";

/**
 * Adds a robot at the end of a place, or changes one. Records that stand there already are not touched:
 * a run keeps the edition it started with.
 * @throws ROBOT_INVALID, TEMPLATE_INVALID, STAGE_GONE, NOT_FOUND
 */
export async function saveRobot(ctx: Context, input: SaveRobot): Promise<Robot> {
  authorize(ctx, "automation.edit");
  const values = SaveRobot.parse(input);
  const action = await checkAction(values);
  return inOrganization(ctx, async (tx) => {
    const { entity, ...place } = await placeFor(tx, ctx, values.place);
    const checked = await checkAgainst(tx, ctx, entity, { ...values, action });
    const row = { ...values, ...checked, ...place };
    const saved = values.id ? await change(tx, ctx, values.id, row) : await add(tx, ctx, row);
    await tellOfRobots(tx, ctx, { place: saved.place, what: "saved", name: saved.name });
    return saved;
  });
}

/** What of a place is kept with its robots. */
type Columns = { place: string; stageId: string | null; pipelineId: string | null };
type Row = Columns & Omit<Robot, "id" | "params"> & Pick<typeof robot.$inferInsert, "params">;

async function placeFor(
  tx: Transaction,
  ctx: Context,
  place: string,
): Promise<Columns & { entity: AutomatedEntity }> {
  const stageId = stageAt(place);
  if (!stageId) return { entity: "invoice", place, stageId, pipelineId: null };
  const { entity, pipelineId } = await liveStage(tx, ctx, stageId);
  return { entity, place, stageId, pipelineId };
}

async function add(tx: Transaction, ctx: Context, row: Row): Promise<Robot> {
  const position = generateKeyBetween(await lastPosition(tx, ctx, row.place), null);
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

async function lastPosition(tx: Transaction, ctx: Context, place: string): Promise<string | null> {
  const [last] = await tx
    .select({ position: robot.position })
    .from(robot)
    .where(and(eq(robot.organizationId, ctx.organizationId), eq(robot.place, place)))
    .orderBy(desc(robot.position))
    .limit(1);
  return last?.position ?? null;
}
