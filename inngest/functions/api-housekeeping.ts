import { forgetAnswers } from "@/server/public-api";
import { forgetDeliveries } from "@/server/webhooks";
import { inngest } from "../client";

/** Every hour: forgets what is kept of the API for a time only. */
export const apiHousekeeping = inngest.createFunction(
  { id: "api-housekeeping", triggers: [{ cron: "17 * * * *" }], concurrency: 1 },
  async ({ step }) => {
    await step.run("answers", () => forgetAnswers());
    await step.run("deliveries", () => forgetDeliveries());
  },
);
