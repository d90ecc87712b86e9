import { markOverdueInvoices } from "@/server/crm/invoices";
import { engineClock } from "@/server/platform";
import { inngest } from "../client";

/** Every quarter of an hour: an organization's day ends at some hour of ours, also where zones differ by 15 minutes. */
export const invoicesOverdue = inngest.createFunction(
  { id: "invoices-overdue", triggers: [{ cron: "*/15 * * * *" }], concurrency: 1 },
  async ({ step }) => step.run("mark", async () => markOverdueInvoices((await engineClock())())),
);
