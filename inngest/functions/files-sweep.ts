import { sweepFiles } from "@/server/files";
import { engineClock } from "@/server/platform";
import { inngest } from "../client";

/** Every night: removed files whose time is over, and stored bytes that belong to nothing. */
export const filesSweep = inngest.createFunction(
  { id: "files-sweep", triggers: [{ cron: "40 3 * * *" }], concurrency: 1 },
  ({ step }) => step.run("sweep", async () => sweepFiles((await engineClock())())),
);
