import { RetryAfterError, StepError } from "inngest";
import {
  automationContext,
  giveUpEffect,
  type Order,
  performEffect,
  type RunRef,
  wakeRun,
} from "@/server/automation";
import { inngest } from "../client";

/**
 * Moves a run until it is quiet: it takes its inbox, its effects happen each in a step of its own, their replies
 * lie in the inbox, and again.
 */
export const processRunWake = inngest.createFunction(
  {
    id: "process-run-wake",
    triggers: [{ event: "process/run.wake" }],
    concurrency: [
      { key: "event.data.runId", limit: 1 },
      { key: "event.data.organizationId", limit: 5 },
    ],
  },
  async ({ event, step }) => {
    const { organizationId, runId } = event.data as RunRef;
    const asRobots = () => automationContext(organizationId);

    async function perform(order: Order): Promise<void> {
      const name = order.attempt === 1 ? "" : ` attempt ${order.attempt}`;
      const id = `${order.block}#${order.visit}${name}`;
      try {
        await step.run(id, async () => {
          const performed = await performEffect(await asRobots(), order);
          if (performed === "busy") throw new RetryAfterError("Another worker is at it", "30s");
        });
      } catch (error) {
        if (!(error instanceof StepError)) throw error;
        await step.run(`${id} given up`, async () => giveUpEffect(await asRobots(), order));
      }
    }

    for (let round = 1; ; round++) {
      const { effects, timers } = await step.run(`take ${round}`, async () =>
        wakeRun(await asRobots(), { runId }),
      );
      if (timers.length > 0) {
        await step.sendEvent(
          `timers ${round}`,
          timers.map((timer) => ({ name: "process/timer.set", data: { organizationId, ...timer } })),
        );
      }
      if (effects.length === 0) return;
      await Promise.all(effects.map(perform));
    }
  },
);
