import { and, eq } from "drizzle-orm";
import { processRun } from "@/db/schema/automation";
import { type Context, inOrganization } from "@/server/platform";
import type { Ref } from "../record/read";

/** The runs a change of the record may concern: a date some of them wait for may have moved. */
export async function activeRuns(ctx: Context, { entity, id }: Ref): Promise<{ runId: string }[]> {
  return inOrganization(ctx, (tx) =>
    tx
      .select({ runId: processRun.id })
      .from(processRun)
      .where(
        and(
          eq(processRun.organizationId, ctx.organizationId),
          eq(processRun.entity, entity),
          eq(processRun.recordId, id),
          eq(processRun.status, "running"),
        ),
      ),
  );
}
