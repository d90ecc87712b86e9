import { z } from "zod";
import { taxRate, unit } from "@/server/crm/line-items/contract";
import { amountMinor, currency } from "@/server/platform/money";
import { optionalText, requiredText, text } from "@/server/platform/text";

/** Something that is sold. */
export type Product = {
  id: string;
  name: string;
  sku: string | null;
  unit: string;
  priceMinor: number;
  currency: string;
  /** Prices in other currencies by their codes, in minor units. */
  otherPrices: Record<string, number>;
  /** In hundredths of a percent; null: no tax. */
  taxRate: number | null;
  taxIncluded: boolean;
  categoryId: string | null;
  description: string | null;
  /** One taken off sale is archived: it stays on the deals and invoices it is on. */
  status: "active" | "archived";
  ownerId: string | null;
  version: number;
  custom: Record<string, unknown>;
  createdAt: Date;
  updatedAt: Date;
};

/** A branch of the catalogue. */
export type Category = { id: string; name: string; parentId: string | null; position: number };

const editable = {
  name: requiredText(300),
  sku: optionalText(60),
  unit,
  priceMinor: amountMinor,
  currency,
  otherPrices: z
    .record(currency, amountMinor)
    .refine((prices) => Object.keys(prices).length <= 20, { params: { code: "too_long" } }),
  taxRate,
  taxIncluded: z.boolean(),
  categoryId: z.uuid().nullable(),
  description: optionalText(5_000),
  status: z.enum(["active", "archived"]),
  ownerId: z.uuid().nullable(),
};

export const ProductChanges = z.strictObject(editable).partial();

export const CreateProduct = z.strictObject({
  ...ProductChanges.shape,
  name: editable.name,
  /** Values of the organization's own fields by their keys, `c_…`. */
  custom: z.record(z.string().regex(/^c_/).max(60), z.unknown()).optional(),
});
export type CreateProduct = z.input<typeof CreateProduct>;

export const ListProducts = z.strictObject({
  search: text(200).default(""),
  categoryId: z.uuid().nullish(),
  /** Archived ones too. */
  all: z.boolean().default(false),
  cursor: z.number().int().min(0).max(100_000).default(0),
  limit: z.number().int().min(1).max(100).default(50),
});
export type ListProducts = z.input<typeof ListProducts>;

export const ProductId = z.strictObject({ productId: z.uuid() });

export const UpdateProduct = z.strictObject({
  productId: z.uuid(),
  version: z.number().int().positive().optional(),
  changes: ProductChanges,
});

/** How long the name of a branch may be. */
export const longestCategory = 100;

export const SaveCategory = z.strictObject({
  /** Absent: a new one. */
  id: z.uuid().optional(),
  name: requiredText(longestCategory),
  parentId: z.uuid().nullable().default(null),
});
export type SaveCategory = z.input<typeof SaveCategory>;
export const CategoryId = z.strictObject({ categoryId: z.uuid() });
