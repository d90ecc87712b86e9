import { and, asc, eq } from "drizzle-orm";
import { bulkItem } from "@/db/schema/crm-bulk";
import { visibleAmong } from "@/server/crm/registry";
import { type Context, inOrganization } from "@/server/platform";
import type { BulkId, RefusedRecord } from "./contract";
import { jobOf } from "./jobs";

const mostShown = 200;

/** Records that a job left as they were, each with the reason; those the member cannot see any more are left out. @throws NOT_FOUND */
export function refusedRecords(ctx: Context, { jobId }: BulkId): Promise<RefusedRecord[]> {
  return inOrganization(ctx, async (tx) => {
    const { id } = await jobOf(tx, ctx, jobId);
    const items = await tx
      .select({ id: bulkItem.id, code: bulkItem.refusal, data: bulkItem.refusalData })
      .from(bulkItem)
      .where(
        and(
          eq(bulkItem.organizationId, ctx.organizationId),
          eq(bulkItem.jobId, id),
          eq(bulkItem.state, "refused"),
        ),
      )
      .orderBy(asc(bulkItem.place))
      .limit(mostShown);
    const seen = await visibleAmong(
      tx,
      ctx,
      items.map((item) => item.id),
    );
    return items.flatMap(({ id: recordId, code, data }) => {
      const record = seen.get(recordId);
      return record ? [{ ...record, code: code ?? "INTERNAL", data: data ?? {} }] : [];
    });
  });
}
