import type { BulkOptions } from "@/server/crm/records";
import { insertStaged, overwriteStaged, type StagedOverwriting } from "@/server/crm/staged";
import type { Outcome } from "@/server/crm/staged/contract";
import { fold } from "@/server/filter";
import { authorize, type Context, type Transaction } from "@/server/platform";
import type { Deal } from "./contract";
import { dealType } from "./deal-type";

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

/** Writes over many deals. */
export async function overwriteDeals(
  tx: Transaction,
  ctx: Context,
  all: readonly StagedOverwriting[],
  options: BulkOptions,
): Promise<{ id: string; version: number }[]> {
  return overwriteStaged(tx, ctx, dealType, all, options);
}
