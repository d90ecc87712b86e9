import dynamic from "next/dynamic";
import type { ComponentType } from "react";
import type { Entity, Operation } from "@/server/platform/permissions";

const LinesEditor = dynamic(() =>
  import("@/components/line-items/lines-editor").then((file) => file.LinesEditor),
);
const DealInvoices = dynamic(() =>
  import("@/components/invoices/deal-invoices").then((file) => file.DealInvoices),
);

const InvoiceContent = dynamic(() =>
  import("@/components/invoices/invoice-content").then((file) => file.InvoiceContent),
);
const InvoicePreview = dynamic(() =>
  import("@/components/invoices/invoice-preview").then((file) => file.InvoicePreview),
);

/** A tab that only some kinds of record have; it is shown to whoever may do what it `needs`. */
export type ExtraTab = {
  key: "products" | "invoices" | "content" | "preview";
  /** Stands before what every record has, and is open at first. */
  first?: boolean;
  needs?: Operation;
  Panel: ComponentType<{ recordId: string }>;
};

/** Tabs besides those that every record has. A capability with a panel of its own adds a line. */
export const extraTabs: Partial<Record<Entity, readonly ExtraTab[]>> = {
  deal: [
    { key: "products", Panel: LinesEditor },
    { key: "invoices", needs: "invoice.view", Panel: ({ recordId }) => <DealInvoices dealId={recordId} /> },
  ],
  invoice: [
    { key: "content", first: true, Panel: InvoiceContent },
    { key: "preview", first: true, Panel: InvoicePreview },
  ],
};
