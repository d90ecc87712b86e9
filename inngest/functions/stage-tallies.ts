import { foldTallies } from "@/server/crm/staged";
import { inngest } from "../client";

/** Every five minutes: what came and went on busy boards is added up, so that reading their totals stays quick. */
export const stageTallies = inngest.createFunction(
  { id: "crm-stage-tallies", triggers: [{ cron: "*/5 * * * *" }], concurrency: 1 },
  ({ step }) => step.run("fold", () => foldTallies()),
);
