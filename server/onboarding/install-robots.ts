import { saveRobot } from "@/server/automation";
import type { SaveRobot } from "@/server/automation/contract";
import type { Context } from "@/server/platform";
import type { Both, RobotTemplate, StageTemplate } from "./template";

type Say = (text: Both) => string;

/** Puts the template's robots on its stages; each waits for its own time, not for the one before. */
export async function installRobots(
  ctx: Context,
  template: { stages: readonly StageTemplate[] },
  laidOut: { stageIds: string[] },
  say: Say,
): Promise<void> {
  for (const [n, { robots = [] }] of template.stages.entries()) {
    const place = laidOut.stageIds[n];
    if (!place) continue;
    for (const robot of robots) {
      await saveRobot(ctx, {
        place,
        name: say(robot.name),
        timing: robot.afterMinutes ? { kind: "after", minutes: robot.afterMinutes } : { kind: "now" },
        runMode: "parallel",
        ...actionOf(robot, say),
      });
    }
  }
}

function actionOf({ action }: RobotTemplate, say: Say): Pick<SaveRobot, "actionType" | "params"> {
  if (action.type === "task") {
    const { dueInMinutes } = action;
    return {
      actionType: "activity.create",
      params: { kind: "todo", title: say(action.title), dueInMinutes },
    };
  }
  if (action.type === "notify") return { actionType: "member.notify", params: { text: say(action.text) } };
  return { actionType: "email.send", params: { subject: say(action.subject), body: say(action.body) } };
}
