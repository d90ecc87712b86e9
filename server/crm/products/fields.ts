import { product } from "@/db/schema/crm-products";
import { declareEntity, defineFields, type Field } from "@/server/fields";
import type { Product } from "./contract";

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
  unit: { type: "text", label: { en: "Unit", ru: "Единица" }, column: product.unit, editable: true },
  status: {
    type: "list",
    label: { en: "Status", ru: "Статус" },
    column: product.status,
    editable: true,
    options: [
      { id: "active", name: "active", label: { en: "On sale", ru: "Продаётся" } },
      { id: "archived", name: "archived", label: { en: "Archived", ru: "В архиве" } },
    ],
  },
  description: {
    type: "text",
    label: { en: "Description", ru: "Описание" },
    column: product.description,
    editable: true,
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

declareEntity({ entity: "product", table: product, fields: productFields });
