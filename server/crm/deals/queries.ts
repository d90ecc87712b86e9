import { and, eq, isNull, type SQL } from "drizzle-orm";
import { company, contact, deal } from "@/db/schema/crm";
import type { CardSource } from "@/server/crm/staged";
import { memberName } from "@/server/identity";
import { AppError, type Context, type Transaction } from "@/server/platform";
import type { Deal, DealCard } from "./contract";
import { dealShape, dealType } from "./deal-type";

export const cardShape = {
  ...dealShape,
  contactName: contact.name,
  companyName: company.name,
  ownerName: memberName(deal.organizationId, deal.ownerId),
};

/** Cards for a condition, names joined in; the caller adds order and limit. */
export function selectCards(tx: Transaction, more: { beside?: SQL } = {}) {
  return tx
    .select({ ...cardShape, ...more })
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

/** Deals as the board and the list show them. */
export const dealCards: CardSource<DealCard, Deal> = {
  type: dealType,
  read(tx, { where, orderBy, limit, beside }) {
    const cards = selectCards(tx, beside && { beside })
      .where(where)
      .orderBy(...orderBy);
    return limit === undefined ? cards : cards.limit(limit);
  },
};
