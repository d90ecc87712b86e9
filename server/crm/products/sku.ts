import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { product } from "@/db/schema/crm-products";
import { AppError, type Context, type Transaction } from "@/server/platform";

/**
 * An article number belongs to one live product. Whoever asks for the same one at the same time waits for the first.
 * @throws SKU_TAKEN
 */
export async function assertFreeSku(
  tx: Transaction,
  ctx: Context,
  sku: string | null | undefined,
  productId: string | null,
): Promise<void> {
  if (!sku) return;
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.organizationId}/sku/${sku}`}, 0))`,
  );
  const taken = await tx.$count(
    product,
    and(
      eq(product.organizationId, ctx.organizationId),
      eq(product.sku, sku),
      isNull(product.deletedAt),
      productId ? ne(product.id, productId) : undefined,
    ),
  );
  if (taken > 0) throw new AppError("SKU_TAKEN", { sku }, { field: "sku" });
}
