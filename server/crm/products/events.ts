import { defineEvent, type Given } from "@/server/platform";

export const productCreated = defineEvent<{ title: string } & Given>("product.created", "product");

/** `changes` holds each changed field's value before and after. */
export const productUpdated = defineEvent<{
  title: string;
  changes: Record<string, { from: unknown; to: unknown }>;
}>("product.updated", "product");

export const productDeleted = defineEvent<{ title: string }>("product.deleted", "product");
export const productRestored = defineEvent<{ title: string }>("product.restored", "product");

export const categorySaved = defineEvent<{ name: string; parentId: string | null }>(
  "product_category.saved",
  "product_category",
);
export const categoryRemoved = defineEvent<{ name: string }>("product_category.removed", "product_category");
