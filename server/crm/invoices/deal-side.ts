import { convert } from "@/server/crm/currencies";
import { dealType } from "@/server/crm/deals";
import type { Deal } from "@/server/crm/deals/contract";
import { copiesOf } from "@/server/crm/line-items";
import type { LineContent } from "@/server/crm/line-items/contract";
import { lockRecord } from "@/server/crm/records";
import { authorize, type Context, dayIn, type Transaction } from "@/server/platform";

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

/**
 * A deal's products in the invoice's currency, by today's rate where it is another; a deal without any is one line of its
 * title and amount. @throws CURRENCY_UNKNOWN
 */
export async function billedLines(
  tx: Transaction,
  ctx: Context,
  deal: BilledDeal,
  currency: string,
): Promise<LineContent[]> {
  const lines = await copiesOf(tx, ctx, deal.id);
  const billed = lines.length > 0 ? lines : amountLine(deal);
  if (currency === deal.currency) return billed;
  const inIts = (minor: number) =>
    convert(tx, ctx, { minor, from: deal.currency, to: currency, day: dayIn(ctx) });
  const converted: LineContent[] = [];
  for (const line of billed) {
    const discount = line.discountKind === "amount" ? await inIts(line.discount) : line.discount;
    converted.push({ ...line, discount, priceMinor: await inIts(line.priceMinor) });
  }
  return converted;
}

function amountLine({ title: name, amountMinor: priceMinor }: BilledDeal): LineContent[] {
  if (priceMinor === 0) return [];
  const plain = { unit: "service", quantity: 1_000, discountKind: "percent", discount: 0 } as const;
  return [{ ...plain, name, priceMinor, productId: null, taxRate: null, taxIncluded: true }];
}
