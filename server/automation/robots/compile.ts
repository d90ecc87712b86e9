import type { Filter } from "@/server/filter/tree";
import type { Block, Definition, Json, SequenceBlock } from "../interpreter/definition";
import type { RunMode, Timing } from "./timing";

/** What of a robot makes it run; the rest is for the editor. */
export type CompiledRobot = {
  id: string;
  actionType: string;
  params: Record<string, Json>;
  condition: Filter | null;
  timing: Timing;
  runMode: RunMode;
};

/**
 * A stage's robots, in order, as one process: those "after previous" make the main chain, each "in parallel"
 * starts on its own when the record enters the stage and holds nobody up. A robot that fails does not stop the
 * ones behind it. Block ids come from robots' ids, so that reordering moves no running process.
 */
export function compileRobots(robots: readonly CompiledRobot[]): Definition {
  const chain: SequenceBlock = {
    id: "chain",
    type: "sequence",
    blocks: robots.filter((robot) => robot.runMode === "after_previous").map(blockOf),
  };
  const aside = robots.filter((robot) => robot.runMode === "parallel").map(blockOf);
  return {
    params: {},
    variables: {},
    constants: {},
    body: { id: "stage", type: "parallel", branches: [chain, ...aside] },
  };
}

// The time comes before the condition: what counts is how the record looks when the robot would act.
function blockOf(robot: CompiledRobot): Block {
  const wait = waitOf(robot);
  return {
    id: `robot:${robot.id}`,
    origin: robot.id,
    type: "sequence",
    blocks: wait ? [wait, guardedActionOf(robot)] : [guardedActionOf(robot)],
  };
}

function waitOf({ id, timing }: CompiledRobot): Block | null {
  const common = { id: `wait:${id}`, origin: id, type: "delay" as const };
  if (timing.kind === "after") return { ...common, until: { after: timing.minutes } };
  if (timing.kind === "date") {
    const date = { read: `record.${timing.field}` };
    return { ...common, until: { date, offsetMinutes: timing.offsetMinutes } };
  }
  return null;
}

/** Even a robot without a condition is decided upon, so that "why" has its answer. */
function guardedActionOf(robot: CompiledRobot): Block {
  return {
    id: `if:${robot.id}`,
    origin: robot.id,
    type: "if",
    branches: [{ id: `when:${robot.id}`, when: robot.condition ?? { and: [] }, do: actionOf(robot) }],
  };
}

function actionOf(robot: CompiledRobot): Block {
  return {
    id: `act:${robot.id}`,
    origin: robot.id,
    type: "action",
    action: robot.actionType,
    params: robot.params,
    onError: "retry",
    afterRetries: "continue",
  };
}
