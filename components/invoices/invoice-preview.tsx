"use client";

import { useTranslations } from "next-intl";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useWorkspace } from "@/components/workspace/workspace";
import { useInvoice } from "./use-invoice";

/** The invoice as a PDF, made anew whenever it changes. */
export function InvoicePreview({ recordId }: { recordId: string }) {
  const t = useTranslations("invoices");
  const { slug } = useWorkspace();
  const version = useInvoice(recordId).data?.version;
  if (version === undefined) return <SkeletonRows rows={5} />;
  return (
    <iframe
      key={version}
      title={t("preview")}
      src={`/api/invoices/${slug}/${recordId}/pdf?version=${version}`}
      className="h-[75dvh] w-full rounded-md border bg-white"
    />
  );
}
