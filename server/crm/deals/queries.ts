import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { company, contact, deal } from "@/db/schema/crm";
import { toSql } from "@/server/filter";
import { memberName } from "@/server/identity";
import { AppError, type Context, type Transaction, visibility } from "@/server/platform";
import type { BoardQuery, Deal, DealCard } from "./contract";
import { dealColumns } from "./fields";

/** The columns that make a `Deal`; bookkeeping ones stay inside. */
export const dealShape = {
  id: deal.id,
  title: deal.title,
  amountMinor: deal.amountMinor,
  currency: deal.currency,
  contactId: deal.contactId,
  companyId: deal.companyId,
  ownerId: deal.ownerId,
  sourceId: deal.sourceId,
  pipelineId: deal.pipelineId,
  stageId: deal.stageId,
  outcome: deal.outcome,
  position: deal.position,
  closesAt: deal.closesAt,
  closedAt: deal.closedAt,
  lossReasonId: deal.lossReasonId,
  stageEnteredAt: deal.stageEnteredAt,
  version: deal.version,
  createdAt: deal.createdAt,
  updatedAt: deal.updatedAt,
};

export const cardShape = {
  ...dealShape,
  contactName: contact.name,
  companyName: company.name,
  ownerName: memberName(deal.organizationId, deal.ownerId),
};

/** Reads and locks a live deal. @throws NOT_FOUND */
export async function lockDeal(tx: Transaction, ctx: Context, dealId: string): Promise<Deal> {
  const [row] = await tx
    .select(dealShape)
    .from(deal)
    .where(and(eq(deal.organizationId, ctx.organizationId), eq(deal.id, dealId), isNull(deal.deletedAt)))
    .for("update");
  if (!row) throw new AppError("NOT_FOUND");
  return row;
}

/** Cards for a condition, names joined in; the caller adds order and limit. */
export function selectCards(tx: Transaction) {
  return tx
    .select(cardShape)
    .from(deal)
    .leftJoin(contact, and(eq(contact.organizationId, deal.organizationId), eq(contact.id, deal.contactId)))
    .leftJoin(company, and(eq(company.organizationId, deal.organizationId), eq(company.id, deal.companyId)))
    .$dynamic();
}

/** One deal with names. @throws NOT_FOUND */
export async function readCard(tx: Transaction, ctx: Context, dealId: string): Promise<DealCard> {
  const [row] = await selectCards(tx).where(
    and(eq(deal.organizationId, ctx.organizationId), eq(deal.id, dealId), isNull(deal.deletedAt)),
  );
  if (!row) throw new AppError("NOT_FOUND");
  return row;
}

type Narrowing = Pick<BoardQuery, "ownerId" | "search" | "filter">;

/** Live deals the actor may see, narrowed by owner, text and filter. */
export function visibleDeals(ctx: Context, narrowing: Narrowing): SQL {
  const parts = [
    sql`${deal.organizationId} = ${ctx.organizationId}`,
    sql`${deal.deletedAt} is null`,
    toSql(visibility(ctx, "deal"), dealColumns),
  ];
  if (narrowing.ownerId) parts.push(sql`${deal.ownerId} = ${narrowing.ownerId}`);
  if (narrowing.search) parts.push(sql`${deal.id} in (select search_deals(${narrowing.search}, 2000))`);
  if (narrowing.filter) parts.push(toSql(narrowing.filter, dealColumns));
  return sql.join(parts, sql` and `);
}
