import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { z } from "zod";
import { product } from "@/db/schema/crm-products";
import { readRecord, visibleRecords } from "@/server/crm/records";
import { authorize, type Context, inOrganization, joining, type Transaction } from "@/server/platform";
import { listCategories, withinCategory } from "./categories";
import { ListProducts, type Product, type ProductId } from "./contract";
import { productShape, productType } from "./product-type";

export type ProductPage = { products: Product[]; nextCursor: number | null };

/** Products by name, found by words of the name or the article number; those of a branch with its own branches. */
export async function listProducts(ctx: Context, input: ListProducts): Promise<ProductPage> {
  const { search, categoryId, all, cursor, limit } = ListProducts.parse(input);
  authorize(ctx, "product.view");
  return inOrganization(ctx, async (tx) => {
    const within = categoryId ? withinCategory(await listCategories(joining(ctx, tx)), categoryId) : null;
    const visible = await visibleRecords(ctx, tx, productType, { search: search || undefined });
    const rows = await tx
      .select(productShape)
      .from(product)
      .where(
        and(
          visible,
          all ? undefined : eq(product.status, "active"),
          within === null ? undefined : within.length > 0 ? inArray(product.categoryId, within) : sql`false`,
        ),
      )
      .orderBy(asc(product.nameLower), asc(product.id))
      .offset(cursor)
      .limit(limit + 1);
    const products = rows.slice(0, limit);
    return { products, nextCursor: rows.length > limit ? cursor + limit : null };
  });
}

/** One product. @throws NOT_FOUND */
export async function getProduct(ctx: Context, { productId }: z.output<typeof ProductId>): Promise<Product> {
  const found = await readRecord(ctx, productType, { id: productId });
  authorize(ctx, "product.view", found);
  return found;
}

/** What products say besides the fields of the catalog. */
export type ProductTerms = Pick<Product, "categoryId" | "taxRate" | "taxIncluded" | "otherPrices">;

/** The same of many, by id. The caller has asked whether the actor may see them. */
export async function productTerms(
  tx: Transaction,
  ctx: Context,
  ids: readonly string[],
): Promise<Map<string, ProductTerms>> {
  if (ids.length === 0) return new Map();
  const { id, categoryId, taxRate, taxIncluded, otherPrices } = productShape;
  const rows = await tx
    .select({ id, categoryId, taxRate, taxIncluded, otherPrices })
    .from(product)
    .where(and(eq(product.organizationId, ctx.organizationId), inArray(product.id, [...ids])));
  return new Map(rows.map(({ id: key, ...terms }) => [key, terms]));
}
