import dynamic from "next/dynamic";
import type { ComponentType } from "react";
import type { RecordData } from "@/server/crm/records/contract";
import type { Entity } from "@/server/platform/permissions";

const ProductPrices = dynamic(() =>
  import("@/components/products/product-prices").then((file) => file.ProductPrices),
);
const ProductUses = dynamic(() =>
  import("@/components/products/product-uses").then((file) => file.ProductUses),
);
const InvoicePayments = dynamic(() =>
  import("@/components/invoices/payments-panel").then((file) => file.InvoicePayments),
);

/** A part of what a record is, beside its fields, that only some kinds have. */
export type ExtraSection = {
  key: string;
  place: "above" | "below";
  Part: ComponentType<{ record: RecordData }>;
};

/** Parts besides those that every record has. A capability with a part of its own adds a line. */
export const extraSections: Partial<Record<Entity, readonly ExtraSection[]>> = {
  product: [
    { key: "prices", place: "below", Part: ProductPrices },
    { key: "uses", place: "below", Part: ProductUses },
  ],
  invoice: [{ key: "payments", place: "above", Part: InvoicePayments }],
};
