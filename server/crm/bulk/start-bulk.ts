import { sql } from "drizzle-orm";
import { bulkItem, bulkJob } from "@/db/schema/crm-bulk";
import { visibleRecords } from "@/server/crm/records";
import { type AnyRecordType, recordTypeOf } from "@/server/crm/registry";
import {
  AppError,
  authorize,
  type Context,
  inOrganization,
  recordEvent,
  type Transaction,
} from "@/server/platform";
import { actionNamed, operationOn } from "./actions";
import { type BulkJob, type BulkTarget, mostAtOnce, mostInAll, StartBulk } from "./contract";
import { bulkStarted } from "./events";
import { jobOf, setJob } from "./jobs";
import { finishNow } from "./run-bulk";

/**
 * Does one thing to many records: those named, or all that a list shows at this moment. Up to two hundred are done when
 * the call answers; more go on in the background. Records the actor may not change are counted as refused.
 * @throws FORBIDDEN, INVALID at the change, FILTER_INVALID, NOT_FOUND when none of the records is there, STAGE_GONE,
 * LOSS_REASON_REQUIRED, BULK_TOO_LARGE
 */
export async function startBulk(ctx: Context, input: StartBulk): Promise<BulkJob> {
  const { entity, target, action } = StartBulk.parse(input);
  const type = recordTypeOf(entity);
  const doing = actionNamed(action.type);
  authorize(ctx, operationOn(entity, doing.operation));
  const memberId = ctx.member?.id;
  if (!memberId) throw new AppError("FORBIDDEN");
  const { job, behind } = await inOrganization(ctx, async (tx) => {
    const id = ctx.newId();
    const { type: name, ...params } = action;
    await doing.check?.(tx, ctx, type, params);
    await tx.insert(bulkJob).values({
      ...{ organizationId: ctx.organizationId, id, memberId, entity, params, action: name },
      ...{ state: "running", total: 0, createdAt: ctx.now() },
    });
    const total = await takeDown(tx, ctx, type, id, target);
    if (total === 0) throw new AppError("NOT_FOUND");
    if (total > mostInAll) throw new AppError("BULK_TOO_LARGE", { count: mostInAll });
    await setJob(tx, ctx, id, { total });
    if (total > mostAtOnce) {
      await recordEvent(tx, ctx, bulkStarted, { recordId: id, data: { jobId: id, memberId } });
    }
    return { job: await jobOf(tx, ctx, id), behind: total > mostAtOnce };
  });
  return behind ? job : finishNow(ctx, job.id);
}

// The records are written down as they are found now: what comes to fit the filter later is not touched.
async function takeDown(
  tx: Transaction,
  ctx: Context,
  type: AnyRecordType,
  jobId: string,
  target: BulkTarget,
): Promise<number> {
  const visible = await visibleRecords(ctx, tx, type, "all" in target ? target.all : {});
  const named = "ids" in target ? sql` and ${type.table.id} = any (${sql.param(target.ids)}::uuid[])` : sql``;
  const { rows } = await tx.execute<{ count: number }>(
    sql`with taken as (
        insert into ${bulkItem} (organization_id, job_id, id, place, state)
        select ${ctx.organizationId}::uuid, ${jobId}::uuid, ${type.table.id},
          row_number() over (order by ${type.table.id}), 'waiting'
        from ${type.table} where ${visible}${named} limit ${mostInAll + 1} returning 1
      ) select count(*)::int as count from taken`,
  );
  return rows[0]?.count ?? 0;
}
