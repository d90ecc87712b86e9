import { sql } from "drizzle-orm";
import { generateNKeysBetween } from "fractional-indexing";
import { deal } from "@/db/schema/crm";
import { recordStageVisit } from "@/db/schema/crm-stages";
import { type BulkOptions, insertRecords, type NewRecord } from "@/server/crm/records";
import type { Outcome } from "@/server/crm/staged/contract";
import { fold } from "@/server/filter";
import { authorize, type Context, insertAll, type Transaction } from "@/server/platform";
import type { Deal } from "./contract";
import { dealType } from "./deal-type";
import { dealCreated } from "./events";

/** A deal to be written with many others; everything it refers to was looked up. */
export type NewDeal = Pick<
  Deal,
  | "id"
  | "title"
  | "amountMinor"
  | "currency"
  | "contactId"
  | "companyId"
  | "ownerId"
  | "sourceId"
  | "pipelineId"
  | "stageId"
  | "closesAt"
  | "closedAt"
  | "lossReasonId"
  | "createdAt"
  | "custom"
> & {
  outcome: Outcome;
  /** The slots in use, the same in every deal of a call. */
  slots: Record<string, unknown>;
};

/** Adds many deals at the bottom of their stages, in the order given. What stages require is asked of later moves. */
export async function insertDeals(
  tx: Transaction,
  ctx: Context,
  all: readonly NewDeal[],
  options: BulkOptions,
): Promise<void> {
  for (const { ownerId } of all) authorize(ctx, "deal.create", { ownerId });
  const now = ctx.now();
  const positions = await positionsFor(tx, ctx, all);
  const rows = all.map(
    ({ id, slots, ...columns }, place): NewRecord => ({
      id,
      title: columns.title,
      points: [],
      columns: {
        ...slots,
        ...columns,
        titleLower: fold(columns.title),
        position: positions[place],
        stageEnteredAt: now,
        updatedAt: now,
        isSample: false,
        version: 1,
      },
    }),
  );
  const data = ({ title, columns }: NewRecord) => ({
    title,
    pipelineId: String(columns.pipelineId),
    stageId: String(columns.stageId),
  });
  await insertRecords(tx, ctx, dealType, rows, { ...options, created: { type: dealCreated, data } });
  await insertAll(
    tx,
    recordStageVisit,
    all.map(({ id, stageId }) => ({
      organizationId: ctx.organizationId,
      id: ctx.newId(),
      recordId: id,
      stageId,
      enteredAt: now,
      actor: ctx.actor,
    })),
  );
}

/** A position for each deal, behind those its stage has. */
async function positionsFor(tx: Transaction, ctx: Context, all: readonly NewDeal[]): Promise<string[]> {
  const byStage = new Map<string, { pipelineId: string; places: number[] }>();
  all.forEach(({ stageId, pipelineId }, place) => {
    const known = byStage.get(stageId);
    if (known) known.places.push(place);
    else byStage.set(stageId, { pipelineId, places: [place] });
  });
  const positions = Array.from<string>({ length: all.length });
  for (const [stageId, { pipelineId, places }] of byStage) {
    const { rows } = await tx.execute<{ position: string }>(sql`
      select position from ${deal} where organization_id = ${ctx.organizationId} and pipeline_id = ${pipelineId}
        and stage_id = ${stageId} and deleted_at is null order by position desc, id desc limit 1`);
    const keys = generateNKeysBetween(rows[0]?.position ?? null, null, places.length);
    places.forEach((place, n) => {
      positions[place] = keys[n] ?? "a0";
    });
  }
  return positions;
}
