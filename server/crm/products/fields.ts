import { product } from "@/db/schema/crm-products";
import { messagesOf } from "@/messages";
import { units } from "@/server/crm/line-items/contract";
import { declareEntity, defineFields, type Field } from "@/server/fields";
import { categoryChoices } from "./categories";
import type { Product } from "./contract";

const [inEnglish, inRussian] = [messagesOf("en").products.units, messagesOf("ru").products.units];

export const productFields: readonly Field[] = defineFields<Product>("product", {
  name: {
    type: "text",
    label: { en: "Name", ru: "Название" },
    column: product.name,
    folded: product.nameLower,
    editable: true,
  },
  sku: { type: "text", label: { en: "Article", ru: "Артикул" }, column: product.sku, editable: true },
  priceMinor: {
    type: "money",
    label: { en: "Price", ru: "Цена" },
    column: product.priceMinor,
    editable: true,
  },
  currency: {
    type: "text",
    label: { en: "Currency", ru: "Валюта" },
    column: product.currency,
    editable: true,
  },
  unit: {
    type: "list",
    label: { en: "Unit", ru: "Единица" },
    column: product.unit,
    editable: true,
    options: units.map((id) => ({ id, name: id, label: { en: inEnglish[id], ru: inRussian[id] } })),
  },
  /** In percent, to be read and asked; it is written as `taxRate`, in hundredths. */
  taxPercent: {
    type: "number",
    label: { en: "Tax, %", ru: "НДС, %" },
    column: product.taxRate,
    scale: 100,
    read: ({ taxRate }) => (taxRate === null ? null : taxRate / 100),
  },
  taxIncluded: {
    type: "checkbox",
    label: { en: "Price includes tax", ru: "НДС в цене" },
    column: product.taxIncluded,
    editable: true,
  },
  categoryId: {
    type: "list",
    label: { en: "Category", ru: "Категория" },
    column: product.categoryId,
    editable: true,
  },
  status: {
    type: "list",
    label: { en: "Status", ru: "Статус" },
    column: product.status,
    editable: true,
    options: [
      { id: "active", name: "active", colour: "green", label: { en: "On sale", ru: "Продаётся" } },
      { id: "archived", name: "archived", colour: "slate", label: { en: "Archived", ru: "В архиве" } },
    ],
  },
  description: {
    type: "text",
    label: { en: "Description", ru: "Описание" },
    column: product.description,
    editable: true,
    long: true,
  },
  ownerId: {
    type: "member",
    label: { en: "Owner", ru: "Ответственный" },
    column: product.ownerId,
    editable: true,
  },
  createdAt: { type: "datetime", label: { en: "Created", ru: "Создан" }, column: product.createdAt },
  updatedAt: { type: "datetime", label: { en: "Changed", ru: "Изменён" }, column: product.updatedAt },
});

declareEntity({
  entity: "product",
  table: product,
  fields: productFields,
  choices: { categoryId: categoryChoices },
});
