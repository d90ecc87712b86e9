import { insertProducts, overwriteProducts, productsBySku, productType } from "@/server/crm/products";
import { longestCategory } from "@/server/crm/products/contract";
import { findByNames } from "@/server/crm/records";
import { plainText } from "@/server/filter";
import type { Parts } from "../values/parts";
import { shortened } from "../values/shortened";
import { choiceOf, named } from "./choices";
import { importDate } from "./dates";
import type { Draft, Fault, Revision, Surrounding } from "./draft";
import { lossless, recordFields, target } from "./fields";
import { emptied } from "./links";
import { amountFault, amountOf } from "./money";
import { noteUpdates } from "./note-updates";
import type { Target } from "./target";

type Values = Record<string, unknown>;

const LONGEST_SKU = 60;

const statuses = [
  { id: "active", label: "active" },
  { id: "archived", label: "archived" },
];

/** What is sold. */
export const productTarget: Target = {
  entity: "product",
  keys: ["sku", "name", "externalId"],
  fields: ({ categories, ...around }) => [
    target("name", "text", "Название", "Name", { required: true }),
    target("sku", "text", "Артикул", "Article"),
    target("priceMinor", around.lossless ? "minor" : "money", "Цена", "Price"),
    target("currency", "currency", "Валюта", "Currency"),
    target("unit", "text", "Единица измерения", "Unit"),
    target("taxRate", "text", "Ставка НДС", "Tax rate"),
    target("taxIncluded", "boolean", "НДС включён в цену", "Tax included"),
    target("categoryId", "list", "Раздел", "Category", {
      options: named(categories),
      newOptions: { longest: longestCategory, most: 500 },
    }),
    target("description", "text", "Описание", "Description"),
    ...(around.lossless
      ? [
          target("status", "list", "Статус", "Status", { options: statuses }),
          target("otherPrices", "part", "Цены в других валютах", "Prices in other currencies"),
          ...lossless(),
        ]
      : []),
    ...recordFields(),
  ],
  fault(values, _options, around) {
    if (values.taxRate !== undefined && taxRate(values.taxRate, around) === undefined)
      return { field: "taxRate", code: "NOT_A_TAX_RATE" };
    // Cut short, it would be another product's.
    if (plainText(values.sku ?? "").length > LONGEST_SKU) return { field: "sku", code: "TOO_LONG" };
    return amountFault(values.priceMinor, "priceMinor");
  },
  name: nameOf,
  byNames: ({ tx, ctx }, names) => findByNames(tx, ctx, productType, names),
  bySkus: ({ tx, ctx }, skus) => productsBySku(tx, ctx, skus),
  async conflicts({ tx, ctx }, drafts) {
    const owners = await productsBySku(
      tx,
      ctx,
      drafts.flatMap(({ values }) => skuOf(values) ?? []),
    );
    const faults = new Map<number, Fault>();
    for (const draft of drafts) {
      const sku = skuOf(draft.values);
      if (sku === null) continue;
      const mine = idOf(draft) ?? `line ${draft.line}`;
      if ((owners.get(sku) ?? mine) !== mine) faults.set(draft.line, { field: "sku", code: "SKU_TAKEN" });
      else owners.set(sku, mine);
    }
    return faults;
  },
  async create(batch, drafts) {
    const { tx, ctx, around } = batch;
    const { slots } = await batch.custom("product");
    const rows = drafts.map(({ values, ownerId, custom }) => {
      const { amountMinor: priceMinor, currency } = amountOf(
        values.priceMinor,
        values.currency,
        ctx.currency,
      );
      return {
        id: ctx.newId(),
        name: nameOf(values),
        sku: skuOf(values),
        unit: unitOf(values) ?? "pcs",
        ...{ priceMinor, currency },
        otherPrices: (values.otherPrices as Parts["otherPrices"] | undefined) ?? {},
        taxRate: taxRate(values.taxRate, around) ?? null,
        taxIncluded: values.taxIncluded !== false,
        categoryId: choiceOf(values.categoryId),
        description: described(values),
        status: choiceOf(values.status) === "archived" ? ("archived" as const) : ("active" as const),
        ownerId,
        createdAt: importDate(values.createdAt) ?? ctx.now(),
        custom: custom.custom,
        slots: { ...emptied(slots), ...custom.slots },
      };
    });
    await insertProducts(tx, ctx, rows, batch);
    const ids = rows.map((row) => row.id);
    batch.made("product", ids);
    await batch.besides("product", drafts, ids);
    return ids;
  },
  async update(batch, revisions) {
    const { tx, ctx, around } = batch;
    const changed = await overwriteProducts(
      tx,
      ctx,
      revisions.map(({ values, before, custom }) => {
        const price = amountOf(values.priceMinor, values.currency, String(before.row.currency));
        return {
          before,
          points: [],
          columns: {
            ...custom.slots,
            custom: custom.custom,
            name: nameOf(values),
            ...(values.sku !== undefined && { sku: skuOf(values) }),
            ...(values.priceMinor !== undefined && {
              priceMinor: price.amountMinor,
              currency: price.currency,
            }),
            ...(values.unit !== undefined && { unit: unitOf(values) }),
            ...(values.taxRate !== undefined && { taxRate: taxRate(values.taxRate, around) }),
            ...(values.otherPrices !== undefined && { otherPrices: values.otherPrices }),
            ...(values.taxIncluded !== undefined && { taxIncluded: values.taxIncluded }),
            ...(values.categoryId !== undefined && { categoryId: choiceOf(values.categoryId) }),
            ...(values.description !== undefined && { description: described(values) }),
            ...(values.status !== undefined && { status: choiceOf(values.status) }),
            ...(typeof values.ownerId === "string" && { ownerId: values.ownerId }),
          },
        };
      }),
      batch,
    );
    await noteUpdates(batch, "product", revisions, changed);
  },
};

function nameOf(values: Values): string {
  return shortened(plainText(values.name ?? ""), 300);
}

function skuOf(values: Values): string | null {
  return values.sku === undefined ? null : shortened(plainText(values.sku), LONGEST_SKU);
}

function unitOf(values: Values): string | null {
  return values.unit === undefined ? null : shortened(plainText(values.unit), 20);
}

function described(values: Values): string | null {
  return values.description === undefined ? null : shortened(plainText(values.description), 5000);
}

function idOf(draft: Draft | Revision): string | null {
  return "before" in draft ? String(draft.before.row.id) : null;
}

const untaxed = /^(без ндс|не облагается|none|no|no tax|tax free|-)$/i;

/**
 * A tax rate in hundredths of a percent: "20%", "НДС 20 %", and of our own export "2000"; null for none; undefined when
 * nobody can read it.
 */
function taxRate(value: unknown, { lossless: kept }: Pick<Surrounding, "lossless">) {
  if (value === undefined) return undefined;
  const text = plainText(value).trim();
  if (kept) return /^\d{1,5}$/.test(text) && Number(text) <= 10_000 ? Number(text) : undefined;
  if (untaxed.test(text)) return null;
  const [, told] = /^(?:НДС|VAT)?\s*(\d{1,3}(?:[.,]\d{1,2})?)\s*%?$/i.exec(text) ?? [];
  const rate = told === undefined ? undefined : Math.round(Number(told.replace(",", ".")) * 100);
  return rate !== undefined && rate <= 10_000 ? rate : undefined;
}
