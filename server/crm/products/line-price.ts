import { and, eq, isNull } from "drizzle-orm";
import { product } from "@/db/schema/crm-products";
import { convert } from "@/server/crm/currencies";
import { AppError, type Context, dayIn, type Transaction } from "@/server/platform";
import type { Product } from "./contract";
import { productShape } from "./product-type";

/** What a line takes over from its product. */
export type LinePrice = {
  productId: string;
  name: string;
  unit: string;
  priceMinor: number;
  taxRate: number | null;
  taxIncluded: boolean;
};

/**
 * What a product costs in a currency: its own price in it, or else its main one by today's rate. With an amount instead
 * of a currency, that amount. @throws INVALID at `productId`, CURRENCY_UNKNOWN
 */
export async function linePrice(
  tx: Transaction,
  ctx: Context,
  productId: string,
  price: string | number,
): Promise<LinePrice> {
  const [found] = await tx
    .select(productShape)
    .from(product)
    .where(
      and(
        eq(product.organizationId, ctx.organizationId),
        eq(product.id, productId),
        isNull(product.deletedAt),
      ),
    );
  if (!found) throw new AppError("INVALID", {}, { field: "productId" });
  const { name, unit, taxRate, taxIncluded } = found;
  const priceMinor = typeof price === "number" ? price : await priceIn(tx, ctx, found, price);
  return { productId, name, unit, taxRate, taxIncluded, priceMinor };
}

type Offered = Pick<Product, "priceMinor" | "currency" | "otherPrices">;

async function priceIn(tx: Transaction, ctx: Context, offered: Offered, to: string): Promise<number> {
  const own = to === offered.currency ? offered.priceMinor : offered.otherPrices[to];
  if (own !== undefined) return own;
  return convert(tx, ctx, { minor: offered.priceMinor, from: offered.currency, to, day: dayIn(ctx) });
}
