import { product } from "@/db/schema/crm-products";
import type { RecordType } from "@/server/crm/records";
import { fold } from "@/server/filter";
import { assertMember } from "@/server/identity";
import { assertCategory } from "./categories";
import { type Product, ProductChanges } from "./contract";
import { productDeleted, productRestored, productUpdated } from "./events";
import { productFields } from "./fields";
import { assertFreeSku } from "./sku";

/** The columns that make a `Product`. */
export const productShape = {
  id: product.id,
  name: product.name,
  sku: product.sku,
  unit: product.unit,
  priceMinor: product.priceMinor,
  currency: product.currency,
  otherPrices: product.otherPrices,
  taxRate: product.taxRate,
  taxIncluded: product.taxIncluded,
  categoryId: product.categoryId,
  description: product.description,
  status: product.status,
  ownerId: product.ownerId,
  version: product.version,
  custom: product.custom,
  createdAt: product.createdAt,
  updatedAt: product.updatedAt,
};

/** What the general verbs need to know of products. */
export const productType: RecordType<Product> = {
  entity: "product",
  table: product,
  fields: productFields,
  shape: productShape,
  changes: ProductChanges,
  title: (row) => row.name,
  repeated: ({ name }) => (name === undefined ? {} : { nameLower: fold(name) }),
  foundBy: ["sku"],
  searchable: async (_tx, _ctx, { sku }) => (sku ? [fold(sku)] : []),
  glimpse: ["sku"],
  async check(tx, ctx, changes) {
    await assertCategory(tx, ctx, changes.categoryId);
    await assertMember(tx, ctx, changes.ownerId);
  },
  mayTake: (tx, ctx, { sku }, { id }) => assertFreeSku(tx, ctx, sku, id),
  mayReturn: (tx, ctx, row) => assertFreeSku(tx, ctx, row.sku, row.id),
  about: () => ({}),
  events: { updated: productUpdated, deleted: productDeleted, restored: productRestored },
};
