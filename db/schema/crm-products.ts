import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { customColumns, instant, ownRow, slotIndexes, stamps, table } from "./_columns";
import { record } from "./crm-records";
import { member, organization } from "./identity";

/** A branch of the catalogue; a tree. */
export const productCategory = table(
  "product_category",
  {
    ...ownRow(),
    name: text().notNull(),
    parentId: uuid(),
    position: integer().notNull().default(0),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("cascade"),
    foreignKey({ columns: [t.organizationId, t.parentId], foreignColumns: [t.organizationId, t.id] }),
  ],
);

/** Something that is sold. `taxRate` is in hundredths of a percent; null means no tax at all. */
export const product = table(
  "product",
  {
    ...ownRow(),
    name: text().notNull(),
    nameLower: text().notNull(),
    sku: text(),
    unit: text().notNull(),
    priceMinor: bigint({ mode: "number" }).notNull().default(0),
    currency: text().notNull(),
    /** Prices in other currencies, in their minor units. */
    otherPrices: jsonb().$type<Record<string, number>>().notNull().default({}),
    taxRate: integer(),
    taxIncluded: boolean().notNull().default(true),
    categoryId: uuid(),
    description: text(),
    status: text().$type<"active" | "archived">().notNull().default("active"),
    ownerId: uuid(),
    isSample: boolean().notNull().default(false),
    version: integer().notNull().default(1),
    deletedAt: instant(),
    ...customColumns(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    ...slotIndexes("product", t),
    foreignKey({
      columns: [t.organizationId, t.id],
      foreignColumns: [record.organizationId, record.id],
    }).onDelete("cascade"),
    index("product_name").on(t.organizationId, t.nameLower),
    index("product_list").on(t.organizationId, t.createdAt, t.id).where(sql`deleted_at is null`),
    index("product_in_category").on(t.organizationId, t.categoryId),
    uniqueIndex("product_sku").on(t.organizationId, t.sku).where(sql`deleted_at is null`),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("cascade"),
    foreignKey({
      columns: [t.organizationId, t.categoryId],
      foreignColumns: [productCategory.organizationId, productCategory.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.ownerId],
      foreignColumns: [member.organizationId, member.id],
    }),
    check("product_currency", sql`${t.currency} ~ '^[A-Z]{3}$'`),
    check("product_status", sql`${t.status} in ('active','archived')`),
    check("product_price", sql`${t.priceMinor} >= 0`),
    check("product_tax", sql`${t.taxRate} between 0 and 10000`),
  ],
);
