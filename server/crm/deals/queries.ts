import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { company, contact, deal } from "@/db/schema/crm";
import { lockRecord, visibleRecords } from "@/server/crm/records";
import { memberName } from "@/server/identity";
import { AppError, type Context, type Transaction } from "@/server/platform";
import type { BoardQuery, Deal, DealCard } from "./contract";
import { dealShape, dealType } from "./deal-type";

export const cardShape = {
  ...dealShape,
  contactName: contact.name,
  companyName: company.name,
  ownerName: memberName(deal.organizationId, deal.ownerId),
};

/** Reads and locks a live deal. @throws NOT_FOUND */
export function lockDeal(tx: Transaction, ctx: Context, dealId: string): Promise<Deal> {
  return lockRecord(tx, ctx, dealType, dealId);
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

/** Live deals the actor may see, narrowed by owner, text and filter. @throws FILTER_INVALID */
export async function visibleDeals(ctx: Context, tx: Transaction, narrowing: Narrowing): Promise<SQL> {
  const visible = await visibleRecords(ctx, tx, dealType, narrowing);
  return narrowing.ownerId ? sql`${visible} and ${deal.ownerId} = ${narrowing.ownerId}` : visible;
}
