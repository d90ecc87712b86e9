import { and, eq } from "drizzle-orm";
import { processTimer } from "@/db/schema/automation";
import { type Context, inOrganization } from "@/server/platform";
import type { DueTimer } from "./wake-run";

/**
 * What a sleeper that has just woken finds: `due`, `stale` when the timer was moved, met or cancelled meanwhile,
 * or for how long to sleep on when its clock runs ahead of ours.
 */
export async function timerAt(ctx: Context, timer: DueTimer): Promise<"due" | "stale" | { earlyMs: number }> {
  const [row] = await inOrganization(ctx, (tx) =>
    tx
      .select()
      .from(processTimer)
      .where(
        and(
          eq(processTimer.organizationId, ctx.organizationId),
          eq(processTimer.runId, timer.runId),
          eq(processTimer.block, timer.block),
          eq(processTimer.visit, timer.visit),
        ),
      ),
  );
  const stale = row?.status !== "waiting" || row.dueAt.getTime() !== Date.parse(timer.dueAt);
  if (!row || stale) return "stale";
  const earlyMs = row.dueAt.getTime() - ctx.now().getTime();
  return earlyMs <= 0 ? "due" : { earlyMs };
}
