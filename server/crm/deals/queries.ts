import { and, eq, isNull } from "drizzle-orm";
import { company, contact, deal } from "@/db/schema/crm";
import { type CardSource, rowsOf, type Wanted } from "@/server/crm/staged";
import { namedMember } from "@/server/identity";
import { AppError, type Context, type Transaction } from "@/server/platform";
import type { Deal, DealCard } from "./contract";
import { dealShape, dealType } from "./deal-type";

export const cardShape = {
  ...dealShape,
  contactName: contact.name,
  companyName: company.name,
  ownerName: namedMember.name,
};

/** Cards for a condition, names joined in; the caller adds order and limit. */
export function selectCards(tx: Transaction, { from, beside }: Pick<Wanted, "from" | "beside"> = {}) {
  return tx
    .select({ ...cardShape, ...(beside && { beside }) })
    .from(rowsOf(deal, from))
    .leftJoin(contact, and(eq(contact.organizationId, deal.organizationId), eq(contact.id, deal.contactId)))
    .leftJoin(company, and(eq(company.organizationId, deal.organizationId), eq(company.id, deal.companyId)))
    .leftJoin(
      namedMember,
      and(eq(namedMember.organizationId, deal.organizationId), eq(namedMember.id, deal.ownerId)),
    )
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
  read(tx, { where, orderBy, limit, ...more }) {
    const cards = selectCards(tx, more)
      .where(where)
      .orderBy(...orderBy);
    return limit === undefined ? cards : cards.limit(limit);
  },
};
