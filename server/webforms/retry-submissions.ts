import { asc, eq } from "drizzle-orm";
import { webformSubmission } from "@/db/schema/webforms";
import { asWorker } from "@/server/platform";
import { makeOf } from "./make-of";
import { openForm } from "./open-form";

const batch = 100;

/** Tries again what waits in any organization for its record. @returns how many were tried */
export async function retrySubmissions(): Promise<number> {
  const waiting = await asWorker((tx) =>
    tx
      .select({ id: webformSubmission.id, formId: webformSubmission.formId })
      .from(webformSubmission)
      .where(eq(webformSubmission.status, "waiting"))
      .orderBy(asc(webformSubmission.attempts), asc(webformSubmission.createdAt))
      .limit(batch),
  );
  // What came before a form was archived is an enquiry still.
  for (const { id, formId } of waiting) {
    const open = await openForm(formId, { archived: true });
    if (open) await makeOf(open, id);
  }
  return waiting.length;
}
