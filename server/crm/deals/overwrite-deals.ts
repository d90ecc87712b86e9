import { sql } from "drizzle-orm";
import { recordStageVisit } from "@/db/schema/crm-stages";
import { type BulkOptions, type Overwriting, overwriteRecords, rowsOf } from "@/server/crm/records";
import type { Outcome } from "@/server/crm/staged/contract";
import {
  authorize,
  type Context,
  insertAll,
  recordEvents,
  restoreAll,
  type Transaction,
} from "@/server/platform";
import { dealType } from "./deal-type";
import { dealStageChanged } from "./events";

export type DealOverwriting = Overwriting & {
  /** Where the deal goes; absent: it stays. */
  stage?: { id: string; pipelineId: string; outcome: Outcome; closedAt: Date | null } | undefined;
};

/** Writes over many deals; those that change their stage leave a visit and begin another. */
export async function overwriteDeals(
  tx: Transaction,
  ctx: Context,
  all: readonly DealOverwriting[],
  options: BulkOptions,
): Promise<{ id: string; version: number }[]> {
  for (const { before } of all)
    authorize(ctx, "deal.edit", { ownerId: (before.row.owner_id as string | null) ?? null });
  const moving = all.filter(({ stage, before }) => stage && stage.id !== before.row.stage_id);
  const changed = await overwriteRecords(
    tx,
    ctx,
    dealType,
    all.map((one) =>
      moving.includes(one) ? { ...one, columns: { ...one.columns, ...placeOf(ctx, one) } } : one,
    ),
    options,
  );
  if (moving.length > 0) await visit(tx, ctx, moving, options);
  return changed;
}

function placeOf(ctx: Context, { stage }: DealOverwriting): Record<string, unknown> {
  if (!stage) return {};
  return {
    stageId: stage.id,
    pipelineId: stage.pipelineId,
    outcome: stage.outcome,
    closedAt: stage.closedAt,
    stageEnteredAt: ctx.now(),
  };
}

async function visit(
  tx: Transaction,
  ctx: Context,
  moving: readonly DealOverwriting[],
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
    dealStageChanged,
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

/** The visits of deals as the database has them, by deal. */
export async function visitsOf(
  tx: Transaction,
  ctx: Context,
  dealIds: readonly string[],
): Promise<Map<string, Record<string, unknown>[]>> {
  if (dealIds.length === 0) return new Map();
  const rows = await rowsOf(
    tx,
    recordStageVisit,
    sql`organization_id = ${ctx.organizationId} and record_id = any (${sql.param([...dealIds])}::uuid[])`,
  );
  const visits = new Map<string, Record<string, unknown>[]>(dealIds.map((id) => [id, []]));
  for (const row of rows) visits.get(String(row.record_id))?.push(row);
  return visits;
}

/** Makes the visits of deals what they were. */
export async function putVisits(
  tx: Transaction,
  ctx: Context,
  before: ReadonlyMap<string, Record<string, unknown>[]>,
): Promise<void> {
  const ids = [...before.keys()];
  if (ids.length === 0) return;
  await tx.execute(sql`delete from ${recordStageVisit}
    where organization_id = ${ctx.organizationId} and record_id = any (${sql.param(ids)}::uuid[])`);
  await restoreAll(tx, recordStageVisit, [...before.values()].flat());
}
