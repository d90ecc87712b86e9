import { z } from "zod";
import { dealFields } from "@/server/crm/deals";
import type { Filter, Leaf } from "@/server/filter";
import { AppError } from "@/server/platform";
import { text } from "@/server/platform/text";
import type { SaveRobot } from "../contract";
import type { Json } from "../interpreter/definition";
import { actionOf } from "../registry";
import { assertTemplates } from "../templates/fill-params";
import type { Timing } from "./timing";

/** Facts that conditions may name beside the deal's declared fields. */
const aroundTheDeal = ["currency", "outcome", "createdAt", "contact.name", "contact.email", "contact.phone"];

/**
 * The robot's parameters as its action reads them.
 * @throws ROBOT_INVALID or TEMPLATE_INVALID naming the field: `actionType`, `params.…`, `condition`, `timing`
 */
export async function checkRobot(robot: z.output<typeof SaveRobot>): Promise<Record<string, Json>> {
  const action = actionOf(robot.actionType);
  if (!action) throw new AppError("ROBOT_INVALID", { action: robot.actionType }, { field: "actionType" });
  const params = action.params.safeParse(robot.params);
  if (!params.success) {
    const path = params.error.issues[0]?.path.join(".") ?? "";
    throw new AppError("ROBOT_INVALID", {}, { field: path ? `params.${path}` : "params" });
  }
  await assertTemplates(action, params.data);
  assertCondition(robot.condition);
  assertTiming(robot.timing);
  return robot.params;
}

const scalar = z.union([text(1_000), z.number(), z.boolean(), z.null()]);
const comparedWith = z.union([scalar, z.array(scalar).max(100)]).optional();

function assertCondition(condition: Filter | null): void {
  const leaves = condition ? leavesOf(condition) : [];
  const known = new Set([...dealFields.map((field) => field.key), ...aroundTheDeal]);
  const wrong = leaves.find((leaf) => !known.has(leaf.field) || !comparedWith.safeParse(leaf.value).success);
  if (wrong) throw new AppError("ROBOT_INVALID", {}, { field: "condition" });
}

function assertTiming(timing: Timing): void {
  if (timing.kind !== "date") return;
  const dates = [
    ...dealFields.filter((field) => field.type === "date").map((field) => field.key),
    "createdAt",
  ];
  if (!dates.includes(timing.field)) throw new AppError("ROBOT_INVALID", {}, { field: "timing" });
}

function leavesOf(filter: Filter): Leaf[] {
  if ("and" in filter) return filter.and.flatMap(leavesOf);
  if ("or" in filter) return filter.or.flatMap(leavesOf);
  return "not" in filter ? leavesOf(filter.not) : [filter];
}
