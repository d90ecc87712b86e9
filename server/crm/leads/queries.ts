import { and, eq, isNull } from "drizzle-orm";
import { deal } from "@/db/schema/crm";
import { lead } from "@/db/schema/crm-leads";
import { type CardSource, rowsOf, type Wanted } from "@/server/crm/staged";
import { namedMember } from "@/server/identity";
import { AppError, authorize, type Context, inOrganization, type Transaction } from "@/server/platform";
import type { Lead, LeadCard } from "./contract";
import { leadShape, leadType } from "./lead-type";

const cardShape = {
  ...leadShape,
  dealTitle: deal.title,
  ownerName: namedMember.name,
};

function selectCards(tx: Transaction, { from, beside }: Pick<Wanted, "from" | "beside"> = {}) {
  return tx
    .select({ ...cardShape, ...(beside && { beside }) })
    .from(rowsOf(lead, from))
    .leftJoin(deal, and(eq(deal.organizationId, lead.organizationId), eq(deal.id, lead.dealId)))
    .leftJoin(
      namedMember,
      and(eq(namedMember.organizationId, lead.organizationId), eq(namedMember.id, lead.ownerId)),
    )
    .$dynamic();
}

/** Leads as the board and the list show them. */
export const leadCards: CardSource<LeadCard, Lead> = {
  type: leadType,
  read(tx, { where, orderBy, limit, ...more }) {
    const cards = selectCards(tx, more)
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
