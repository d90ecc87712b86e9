import { runsToWake } from "@/server/automation";
import { engineClock } from "@/server/platform";
import { inngest } from "../client";

/** Every minute: runs whose wake was lost and timers whose sleeper is gone. A lost event costs a minute. */
export const processSweep = inngest.createFunction(
  { id: "process-sweep", triggers: [{ cron: "* * * * *" }], concurrency: 1 },
  async ({ step }) => {
    const runs = await step.run("look", async () => runsToWake((await engineClock())()));
    if (runs.length === 0) return;
    await step.sendEvent(
      "wake",
      runs.map((data) => ({ name: "process/run.wake", data })),
    );
  },
);
