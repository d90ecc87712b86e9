"use client";

import { useTranslations } from "next-intl";
import { RecordPage } from "@/components/record-page/record-page";
import { useRecord } from "@/components/record-page/use-record";
import { InlineAlert } from "@/components/ui/inline-alert";
import { InvoiceActions } from "./invoice-actions";
import { StatusBadge } from "./invoice-status";
import { useInvoice } from "./use-invoice";

/** One invoice: edited while it is a draft, read afterwards; what the organization notes beside stays open. */
export function InvoicePage({ invoiceId }: { invoiceId: string }) {
  const t = useTranslations("invoices");
  const { record } = useRecord({ entity: "invoice", id: invoiceId }).data ?? {};
  const { data: invoice } = useInvoice(invoiceId, { enabled: record !== undefined && !record.deletedAt });
  const number = record?.values.number;
  const isDraft = record?.values.status === "draft";
  return (
    <RecordPage
      entity="invoice"
      id={invoiceId}
      title={typeof number === "string" ? `${t("one")} ${number}` : t(isDraft ? "draft" : "one")}
      aside={invoice && !isDraft && <StatusBadge status={invoice.status} />}
      actions={invoice ? <InvoiceActions invoice={invoice} /> : null}
      head={
        invoice?.status === "void" && (
          <InlineAlert tone="warn">{t("void.because", { reason: invoice.voidReason ?? "" })}</InlineAlert>
        )
      }
    />
  );
}
