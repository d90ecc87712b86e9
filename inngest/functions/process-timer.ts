import { automationContext, type DueTimer, timerAt } from "@/server/automation";
import { inngest } from "../client";

/** Sleeps until a timer is due, then wakes its run. One that was moved or cancelled meanwhile ends its sleeper. */
export const processTimer = inngest.createFunction(
  { id: "process-timer", triggers: [{ event: "process/timer.set" }] },
  async ({ event, step }) => {
    const { organizationId, ...timer } = event.data as DueTimer & { organizationId: string };
    await step.sleepUntil("sleep", timer.dueAt);
    for (let round = 1; ; round++) {
      const found = await step.run(`look ${round}`, async () =>
        timerAt(await automationContext(organizationId), timer),
      );
      if (found === "stale") return;
      if (found === "due") break;
      await step.sleep(`sleep on ${round}`, Math.max(found.earlyMs, 1_000));
    }
    await step.sendEvent("wake", { name: "process/run.wake", data: { organizationId, runId: timer.runId } });
  },
);
