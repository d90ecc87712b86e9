import { sql } from "drizzle-orm";
import { recordStageVisit } from "@/db/schema/crm-stages";
import { type BulkOptions, type Overwriting, overwriteRecords } from "@/server/crm/records";
import { type Context, insertAll, recordEvents, type Transaction } from "@/server/platform";
import type { Outcome } from "./contract";
import type { StagedRow, StagedType } from "./staged-type";

export type StagedOverwriting = Overwriting & {
  /** Where the record goes; absent: it stays. */
  stage?: { id: string; pipelineId: string; outcome: Outcome; closedAt: Date | null } | undefined;
};

/** Writes over many records; those that change their stage leave a visit and begin another. */
export async function overwriteStaged<Row extends StagedRow>(
  tx: Transaction,
  ctx: Context,
  type: StagedType<Row>,
  all: readonly StagedOverwriting[],
  options: BulkOptions,
): Promise<{ id: string; version: number }[]> {
  const moving = all.filter(isMoving);
  const changed = await overwriteRecords(
    tx,
    ctx,
    type,
    all.map((one) => (isMoving(one) ? { ...one, columns: { ...one.columns, ...placeOf(ctx, one) } } : one)),
    options,
  );
  if (moving.length > 0) await visit(tx, ctx, type, moving, options);
  return changed;
}

/** Does it go to another stage than it stands on? */
export function isMoving({ stage, before }: StagedOverwriting): boolean {
  return stage !== undefined && stage.id !== before.row.stage_id;
}

function placeOf(ctx: Context, { stage }: StagedOverwriting): Record<string, unknown> {
  if (!stage) return {};
  return {
    stageId: stage.id,
    pipelineId: stage.pipelineId,
    outcome: stage.outcome,
    closedAt: stage.closedAt,
    stageEnteredAt: ctx.now(),
  };
}

async function visit<Row extends StagedRow>(
  tx: Transaction,
  ctx: Context,
  type: StagedType<Row>,
  moving: readonly StagedOverwriting[],
  options: BulkOptions,
): Promise<void> {
  const now = ctx.now();
  const ids = moving.map(({ before }) => String(before.row.id));
  await tx.execute(sql`update ${recordStageVisit} set left_at = ${now.toISOString()}::timestamptz
    where organization_id = ${ctx.organizationId} and record_id = any (${sql.param(ids)}::uuid[]) and left_at is null`);
  await insertAll(
    tx,
    recordStageVisit,
    moving.map(({ before, stage }) => ({
      organizationId: ctx.organizationId,
      id: ctx.newId(),
      recordId: before.row.id,
      stageId: stage?.id,
      enteredAt: now,
      actor: ctx.actor,
    })),
  );
  await recordEvents(
    tx,
    ctx,
    type.events.stageChanged,
    moving.map(({ before, stage }) => ({
      recordId: String(before.row.id),
      data: {
        title: String(before.row.title),
        pipelineId: stage?.pipelineId ?? "",
        fromStageId: String(before.row.stage_id),
        stageId: stage?.id ?? "",
        lossReasonId: null,
      },
    })),
    options,
  );
}
