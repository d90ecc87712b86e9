import { sql } from "drizzle-orm";
import { product } from "@/db/schema/crm-products";
import {
  type BulkOptions,
  insertRecords,
  type NewRecord,
  type Overwriting,
  overwriteRecords,
} from "@/server/crm/records";
import { fold } from "@/server/filter";
import { authorize, type Context, type Transaction } from "@/server/platform";
import type { Product } from "./contract";
import { productCreated } from "./events";
import { productType } from "./product-type";

/** A product to be written with many others; everything it refers to was looked up, its article number is free. */
export type NewProduct = Omit<Product, "version" | "updatedAt"> & {
  /** The slots in use, the same in every product of a call. */
  slots: Record<string, unknown>;
};

/** Adds many products at once, as `createProduct` adds one. @throws FORBIDDEN when one of them may not be the actor's */
export async function insertProducts(
  tx: Transaction,
  ctx: Context,
  all: readonly NewProduct[],
  options: BulkOptions,
): Promise<void> {
  for (const { ownerId } of all) authorize(ctx, "product.create", { ownerId });
  const updatedAt = ctx.now();
  const rows = all.map(
    ({ id, slots, ...columns }): NewRecord => ({
      ...{ id, title: columns.name, points: [], others: articles(columns.sku) },
      columns: {
        ...slots,
        ...columns,
        ...{ nameLower: fold(columns.name), updatedAt, isSample: false, version: 1 },
      },
    }),
  );
  const created = { type: productCreated, data: ({ title }: NewRecord) => ({ title }) };
  await insertRecords(tx, ctx, productType, rows, { ...options, created });
}

/** Writes over many products. */
export async function overwriteProducts(
  tx: Transaction,
  ctx: Context,
  all: readonly Overwriting[],
  options: BulkOptions,
): Promise<{ id: string; version: number }[]> {
  const whole = all.map((one) => ({
    ...one,
    others: articles((one.columns.sku ?? one.before.row.sku ?? null) as string | null),
    columns: {
      ...one.columns,
      ...(typeof one.columns.name === "string" && { nameLower: fold(one.columns.name) }),
    },
  }));
  return overwriteRecords(tx, ctx, productType, whole, options);
}

/**
 * Live products by their article numbers. Whoever gives one of these to another product meanwhile waits: imports of
 * one organization for each other by their locks, a person for the unique index.
 */
export async function productsBySku(
  tx: Transaction,
  ctx: Context,
  skus: readonly string[],
): Promise<Map<string, string>> {
  if (skus.length === 0) return new Map();
  const { rows } = await tx.execute<{ sku: string; id: string }>(sql`
    select sku, id from ${product} where organization_id = ${ctx.organizationId}
      and sku = any (${sql.param([...new Set(skus)])}::text[]) and deleted_at is null`);
  return new Map(rows.map(({ sku, id }) => [sku, id]));
}

function articles(sku: string | null): string[] {
  return sku ? [fold(sku)] : [];
}
