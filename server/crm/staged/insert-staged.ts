import { sql } from "drizzle-orm";
import { generateNKeysBetween } from "fractional-indexing";
import { recordStageVisit } from "@/db/schema/crm-stages";
import { type BulkOptions, insertRecords, type NewRecord } from "@/server/crm/records";
import { type Context, insertAll, type Transaction } from "@/server/platform";
import type { Outcome } from "./contract";
import type { StagedRow, StagedType } from "./staged-type";

/** A record to be written with many others, and the stage it stands on. */
export type NewStaged = NewRecord & {
  stage: { id: string; pipelineId: string; outcome: Outcome };
};

/**
 * Writes many records at the bottom of their stages, in the order given, each with its first visit. What stages require
 * is asked of later moves.
 */
export async function insertStaged<Row extends StagedRow>(
  tx: Transaction,
  ctx: Context,
  type: StagedType<Row>,
  all: readonly NewStaged[],
  options: BulkOptions,
): Promise<void> {
  const now = ctx.now();
  const positions = await positionsFor(tx, ctx, type, all);
  const rows = all.map(({ stage, columns, ...one }, place) => ({
    ...one,
    columns: {
      ...columns,
      ...{ pipelineId: stage.pipelineId, stageId: stage.id, outcome: stage.outcome },
      ...{ position: positions[place], stageEnteredAt: now, updatedAt: now, isSample: false, version: 1 },
    },
  }));
  const data = ({ title, columns }: NewRecord) => ({
    title,
    pipelineId: String(columns.pipelineId),
    stageId: String(columns.stageId),
  });
  await insertRecords(tx, ctx, type, rows, { ...options, created: { type: type.events.created, data } });
  await insertAll(
    tx,
    recordStageVisit,
    all.map(({ id, stage }) => ({
      organizationId: ctx.organizationId,
      id: ctx.newId(),
      recordId: id,
      stageId: stage.id,
      enteredAt: now,
      actor: ctx.actor,
    })),
  );
}

/** A position for each record, behind those its stage has. */
async function positionsFor<Row extends StagedRow>(
  tx: Transaction,
  ctx: Context,
  type: StagedType<Row>,
  all: readonly NewStaged[],
): Promise<string[]> {
  const byStage = new Map<string, { pipelineId: string; places: number[] }>();
  all.forEach(({ stage: { id, pipelineId } }, place) => {
    const known = byStage.get(id);
    if (known) known.places.push(place);
    else byStage.set(id, { pipelineId, places: [place] });
  });
  const stages = [...byStage].map(([stageId, { pipelineId }]) => ({ stageId, pipelineId }));
  const last = await lastPositions(tx, ctx, type, stages);
  const positions = Array.from<string>({ length: all.length });
  for (const [stageId, { places }] of byStage) {
    const keys = generateNKeysBetween(last.get(stageId) ?? null, null, places.length);
    places.forEach((place, n) => {
      positions[place] = keys[n] ?? "a0";
    });
  }
  return positions;
}

/** Where the last record of each stage stands. */
async function lastPositions<Row extends StagedRow>(
  tx: Transaction,
  ctx: Context,
  { table }: StagedType<Row>,
  stages: readonly { stageId: string; pipelineId: string }[],
): Promise<Map<string, string>> {
  const { rows } = await tx.execute<{ stageId: string; position: string }>(sql`
    select s."stageId", last.position
      from json_to_recordset(${JSON.stringify(stages)}::json) as s ("stageId" uuid, "pipelineId" uuid)
      cross join lateral (
        select position from ${table} where organization_id = ${ctx.organizationId}
          and pipeline_id = s."pipelineId" and stage_id = s."stageId" and deleted_at is null
          order by position desc, id desc limit 1
      ) last`);
  return new Map(rows.map(({ stageId, position }) => [stageId, position]));
}
