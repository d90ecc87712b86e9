import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { ownRow, stamps, table } from "./_columns";
import { product } from "./crm-products";
import { record } from "./crm-records";

/**
 * What is sold, on a deal or an invoice, in that record's currency. `quantity` is in thousandths; `discount` in
 * hundredths of a percent or in minor units, as its kind says; `taxRate` in hundredths of a percent, null for no tax.
 */
export const lineItem = table(
  "line_item",
  {
    ...ownRow(),
    recordId: uuid().notNull(),
    productId: uuid(),
    name: text().notNull(),
    unit: text().notNull(),
    quantity: bigint({ mode: "number" }).notNull(),
    priceMinor: bigint({ mode: "number" }).notNull(),
    discountKind: text().$type<"percent" | "amount">().notNull(),
    discount: bigint({ mode: "number" }).notNull(),
    taxRate: integer(),
    taxIncluded: boolean().notNull(),
    position: integer().notNull(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index("line_item_record").on(t.organizationId, t.recordId, t.position),
    index("line_item_product").on(t.organizationId, t.productId),
    foreignKey({
      columns: [t.organizationId, t.recordId],
      foreignColumns: [record.organizationId, record.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.organizationId, t.productId],
      foreignColumns: [product.organizationId, product.id],
    }),
    check("line_item_discount_kind", sql`${t.discountKind} in ('percent','amount')`),
    check("line_item_amounts", sql`${t.quantity} > 0 and ${t.priceMinor} >= 0 and ${t.discount} >= 0`),
    check("line_item_tax", sql`${t.taxRate} between 0 and 10000`),
  ],
);
