import type { BulkOptions } from "@/server/crm/records";
import { insertStaged, overwriteStaged, type StagedOverwriting } from "@/server/crm/staged";
import type { Outcome } from "@/server/crm/staged/contract";
import { fold } from "@/server/filter";
import { authorize, type Context, recordEvents, type Transaction } from "@/server/platform";
import type { Deal } from "./contract";
import { dealType } from "./deal-type";
import { dealProductsChanged } from "./events";

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
  | "closesAt"
  | "closedAt"
  | "lossReasonId"
  | "createdAt"
  | "custom"
> & {
  stage: { id: string; pipelineId: string; outcome: Outcome };
  /** The slots in use, the same in every deal of a call. */
  slots: Record<string, unknown>;
};

/** Adds many deals at the bottom of their stages, in the order given. */
export async function insertDeals(
  tx: Transaction,
  ctx: Context,
  all: readonly NewDeal[],
  options: BulkOptions,
): Promise<void> {
  for (const { ownerId } of all) authorize(ctx, "deal.create", { ownerId });
  const rows = all.map(({ id, stage, slots, ...columns }) => ({
    ...{ id, stage, title: columns.title, points: [] },
    columns: { ...slots, ...columns, titleLower: fold(columns.title) },
  }));
  await insertStaged(tx, ctx, dealType, rows, options);
}

/** A deal written over; `lines` is how many it has since, when they were changed too. */
export type DealOverwriting = StagedOverwriting & { lines?: number | undefined };

/** Writes over many deals, and tells of those whose products were changed with them. */
export async function overwriteDeals(
  tx: Transaction,
  ctx: Context,
  all: readonly DealOverwriting[],
  options: BulkOptions,
): Promise<{ id: string; version: number }[]> {
  const changes = all.map((one) => ({ ...one, touched: one.lines !== undefined }));
  const written = await overwriteStaged(tx, ctx, dealType, changes, options);
  const versions = new Map(written.map(({ id, version }) => [id, version]));
  const told = all.flatMap(({ before: { row }, columns, lines, stage }) => {
    if (lines === undefined) return [];
    const id = String(row.id);
    const data = {
      title: String(columns.title ?? row.title),
      stageId: stage?.id ?? String(row.stage_id),
      pipelineId: stage?.pipelineId ?? String(row.pipeline_id),
      count: lines,
      currency: String(columns.currency ?? row.currency),
      totalMinor: Number(columns.amountMinor ?? row.amount_minor),
    };
    return [{ recordId: id, version: versions.get(id), data }];
  });
  await recordEvents(tx, ctx, dealProductsChanged, told, options);
  return written;
}
