import type { z } from "zod";
import { restoreRecord, trashRecord, updateRecord } from "@/server/crm/records";
import type { Context } from "@/server/platform";
import type { Product, ProductId, UpdateProduct } from "./contract";
import { productType } from "./product-type";

type Id = z.output<typeof ProductId>;

/** Changes a product; deals and invoices keep the name and price they have. @throws VERSION_CONFLICT, SKU_TAKEN */
export function updateProduct(
  ctx: Context,
  { productId, version, changes }: z.output<typeof UpdateProduct>,
): Promise<Product> {
  return updateRecord(ctx, productType, { id: productId, version, changes });
}

/** Moves a product to the trash; lines that have it stay. @throws NOT_FOUND, FORBIDDEN */
export function deleteProduct(ctx: Context, { productId }: Id): Promise<void> {
  return trashRecord(ctx, productType, { id: productId });
}

/** Takes it out of the trash. @throws NOT_FOUND, SKU_TAKEN */
export function restoreProduct(ctx: Context, { productId }: Id): Promise<Product> {
  return restoreRecord(ctx, productType, { id: productId });
}
