import { retrySubmissions } from "@/server/webforms";
import { inngest } from "../client";

/** Every five minutes: what somebody sent through a form, and could not be made a record of, is tried again. */
export const webformRetry = inngest.createFunction(
  { id: "webform-retry", triggers: [{ cron: "*/5 * * * *" }], concurrency: 1 },
  ({ step }) => step.run("retry", () => retrySubmissions()),
);
