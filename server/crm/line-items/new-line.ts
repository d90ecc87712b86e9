import { linePrice } from "@/server/crm/products";
import type { Context, Transaction } from "@/server/platform";
import type { LineContent, LineItem, NewLine } from "./contract";

const plain = {
  productId: null,
  name: "",
  unit: "pcs",
  quantity: 1_000,
  priceMinor: 0,
  discountKind: "percent",
  discount: 0,
  taxRate: null,
  taxIncluded: true,
} as const satisfies LineContent;

/**
 * A line made whole: what was not said comes from its product, the price in the record's currency by today's rate.
 * @throws INVALID at `productId`, CURRENCY_UNKNOWN
 */
export async function newLine(
  tx: Transaction,
  ctx: Context,
  given: NewLine,
  currency: string,
): Promise<LineItem> {
  const { productId, ...said } = given;
  const product = productId ? await linePrice(tx, ctx, productId, said.priceMinor ?? currency) : null;
  const values = Object.entries(said).filter(([, value]) => value !== undefined);
  return { ...plain, ...product, ...Object.fromEntries(values), id: ctx.newId() };
}
