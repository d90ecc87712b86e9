import { z } from "zod";
import { catalog, type Field, resolveFilter } from "@/server/fields";
import { type Filter, leavesOf } from "@/server/filter";
import { AppError, type AutomatedEntity, type Context, type Transaction } from "@/server/platform";
import { text } from "@/server/platform/text";
import type { SaveRobot } from "../contract";
import type { AnyAction } from "../define-action";
import type { Json } from "../interpreter/definition";
import { currentNames } from "../record/paths";
import { actionOf } from "../registry";
import { assertTemplates } from "../templates/fill-params";
import type { Timing } from "./timing";

type Robot = z.output<typeof SaveRobot>;

/**
 * The robot's action, its parameters and templates being what it takes.
 * @throws ROBOT_INVALID or TEMPLATE_INVALID naming the field: `actionType`, `params.…`
 */
export async function checkAction(robot: Robot): Promise<AnyAction> {
  const action = actionOf(robot.actionType);
  if (!action) throw new AppError("ROBOT_INVALID", { action: robot.actionType }, { field: "actionType" });
  const params = action.params.safeParse(robot.params);
  if (!params.success) {
    const path = params.error.issues[0]?.path.join(".") ?? "";
    throw new AppError("ROBOT_INVALID", {}, { field: path ? `params.${path}` : "params" });
  }
  await assertTemplates(action, params.data);
  return action;
}

/**
 * Does the robot fit the records that stand at its place? Answers what is saved of it.
 * @throws ROBOT_INVALID naming the field: `actionType`, `params.…`, `condition`, `timing`
 */
export async function checkAgainst(
  tx: Transaction,
  ctx: Context,
  entity: AutomatedEntity,
  { action, ...robot }: Robot & { action: AnyAction },
): Promise<{ actionType: string; params: Record<string, Json>; condition: Filter | null }> {
  const { type, entities } = action;
  if (!entities.includes(entity))
    throw new AppError("ROBOT_INVALID", { action: type }, { field: "actionType" });
  const fields = await catalog(ctx, tx, entity);
  const misfit = action.misfit(robot.params, fields);
  if (misfit) throw new AppError("ROBOT_INVALID", {}, { field: `params.${misfit}` });
  const condition = robot.condition && currentNames(robot.condition);
  if (condition) await assertCondition(tx, ctx, entity, condition);
  assertTiming(robot.timing, fields);
  return { actionType: type, params: robot.params, condition };
}

const storable: z.ZodType = z.lazy(() =>
  z.union([
    text(1_000),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(storable).max(1_000),
    z.record(text(100), storable),
  ]),
);

async function assertCondition(
  tx: Transaction,
  ctx: Context,
  entity: AutomatedEntity,
  condition: Filter,
): Promise<void> {
  const wrong = new AppError("ROBOT_INVALID", {}, { field: "condition" });
  if (leavesOf(condition).some((leaf) => !storable.optional().safeParse(leaf.value).success)) throw wrong;
  try {
    await resolveFilter(ctx, tx, entity, condition);
  } catch (error) {
    if (error instanceof AppError && error.code === "FILTER_INVALID") throw wrong;
    throw error;
  }
}

function assertTiming(timing: Timing, fields: readonly Field[]): void {
  if (timing.kind !== "date") return;
  const field = fields.find((one) => one.key === timing.field);
  if (field?.type !== "date" && field?.type !== "datetime") {
    throw new AppError("ROBOT_INVALID", {}, { field: "timing" });
  }
}
