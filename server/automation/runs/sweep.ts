import { and, asc, eq, isNotNull, lte } from "drizzle-orm";
import { processRun, processTimer } from "@/db/schema/automation";
import { asWorker } from "@/server/platform";

export type RunRef = { organizationId: string; runId: string };

const most = 500;

/**
 * Runs that should have been woken by now: a wake was lost, or a timer is due and its sleeper is gone. At most
 * five hundred of each; the next sweep takes the rest.
 */
export async function runsToWake(now: Date): Promise<RunRef[]> {
  return asWorker(async (tx) => {
    const owed = await tx
      .select({ organizationId: processRun.organizationId, runId: processRun.id })
      .from(processRun)
      .where(and(isNotNull(processRun.wakeDueAt), lte(processRun.wakeDueAt, now)))
      .orderBy(asc(processRun.wakeDueAt))
      .limit(most);
    const due = await tx
      .select({ organizationId: processTimer.organizationId, runId: processTimer.runId })
      .from(processTimer)
      .innerJoin(
        processRun,
        and(
          eq(processRun.organizationId, processTimer.organizationId),
          eq(processRun.id, processTimer.runId),
        ),
      )
      .where(
        and(
          eq(processTimer.status, "waiting"),
          lte(processTimer.dueAt, now),
          eq(processRun.status, "running"),
        ),
      )
      .orderBy(asc(processTimer.dueAt))
      .limit(most);
    return [...new Map([...owed, ...due].map((ref) => [ref.runId, ref])).values()];
  });
}
