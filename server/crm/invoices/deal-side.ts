import { dealType } from "@/server/crm/deals";
import type { Deal } from "@/server/crm/deals/contract";
import { lockRecord } from "@/server/crm/records";
import { authorize, type Context, type Transaction } from "@/server/platform";

export type BilledDeal = Pick<
  Deal,
  "id" | "title" | "amountMinor" | "currency" | "contactId" | "companyId" | "ownerId"
>;

/** The deal an invoice is made of, locked. @throws NOT_FOUND, also when the actor may not see it */
export async function lockBilledDeal(tx: Transaction, ctx: Context, dealId: string): Promise<BilledDeal> {
  const deal = await lockRecord(tx, ctx, dealType, dealId);
  authorize(ctx, "deal.view", deal);
  return deal;
}
