import { automationContext, type DueTimer, timerAt } from "@/server/automation";
import { inngest } from "../client";

/** Sleeps until a timer is due, then wakes its run. One that was moved or cancelled meanwhile ends its sleeper. */
export const processTimer = inngest.createFunction(
  { id: "process-timer", triggers: [{ event: "process/timer.set" }] },
  async ({ event, step }) => {
    const { organizationId, ...timer } = event.data as DueTimer & { organizationId: string };
    let until = timer.dueAt;
    for (let round = 1; ; round++) {
      await step.sleepUntil(`sleep ${round}`, until);
      const found = await step.run(`look ${round}`, async () =>
        timerAt(await automationContext(organizationId), timer),
      );
      if (found === "stale") return;
      if (found === "due") break;
      until = found.early;
    }
    await step.sendEvent("wake", { name: "process/run.wake", data: { organizationId, runId: timer.runId } });
  },
);
