import { and, eq, isNull, type SQL } from "drizzle-orm";
import { deal } from "@/db/schema/crm";
import { lead } from "@/db/schema/crm-leads";
import type { CardSource } from "@/server/crm/staged";
import { memberName } from "@/server/identity";
import { AppError, authorize, type Context, inOrganization, type Transaction } from "@/server/platform";
import type { Lead, LeadCard } from "./contract";
import { leadShape, leadType } from "./lead-type";

const cardShape = {
  ...leadShape,
  dealTitle: deal.title,
  ownerName: memberName(lead.organizationId, lead.ownerId),
};

function selectCards(tx: Transaction, more: { beside?: SQL } = {}) {
  return tx
    .select({ ...cardShape, ...more })
    .from(lead)
    .leftJoin(deal, and(eq(deal.organizationId, lead.organizationId), eq(deal.id, lead.dealId)))
    .$dynamic();
}

/** Leads as the board and the list show them. */
export const leadCards: CardSource<LeadCard, Lead> = {
  type: leadType,
  read(tx, { where, orderBy, limit, beside }) {
    const cards = selectCards(tx, beside && { beside })
      .where(where)
      .orderBy(...orderBy);
    return limit === undefined ? cards : cards.limit(limit);
  },
};

/** One lead with the names around it. @throws NOT_FOUND, also when the actor may not see it */
export async function getLead(ctx: Context, { leadId }: { leadId: string }): Promise<LeadCard> {
  const [card] = await inOrganization(ctx, (tx) =>
    selectCards(tx).where(
      and(eq(lead.organizationId, ctx.organizationId), eq(lead.id, leadId), isNull(lead.deletedAt)),
    ),
  );
  if (!card) throw new AppError("NOT_FOUND");
  authorize(ctx, "lead.view", card);
  return card;
}
