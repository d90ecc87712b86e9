import { and, asc, eq, lt } from "drizzle-orm";
import { webformSubmission } from "@/db/schema/webforms";
import { asWorker } from "@/server/platform";
import { makeOf } from "./make-of";
import { openForm } from "./open-form";

const batch = 100;
/** At one try in five minutes, a week; then a person has to see to it. */
const mostAttempts = 2_000;

/** Tries again what waits in any organization for its record. @returns how many were tried */
export async function retrySubmissions(): Promise<number> {
  const waiting = await asWorker((tx) =>
    tx
      .select({ id: webformSubmission.id, formId: webformSubmission.formId })
      .from(webformSubmission)
      .where(and(eq(webformSubmission.status, "waiting"), lt(webformSubmission.attempts, mostAttempts)))
      .orderBy(asc(webformSubmission.attempts), asc(webformSubmission.createdAt))
      .limit(batch),
  );
  for (const { id, formId } of waiting) {
    const open = await openForm(formId);
    if (open) await makeOf(open, id);
  }
  return waiting.length;
}
