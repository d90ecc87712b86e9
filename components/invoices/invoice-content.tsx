"use client";

import { requestIdOf } from "@/components/api/refusal";
import { LinesEditor } from "@/components/line-items/lines-editor";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { PartyCard } from "./party-card";
import { useInvoice } from "./use-invoice";

/** Who sells what to whom, as it is printed: edited while the invoice is a draft, read afterwards. */
export function InvoiceContent({ recordId }: { recordId: string }) {
  const query = useInvoice(recordId);
  const invoice = query.data;
  if (query.isError && !invoice)
    return <ErrorState requestId={requestIdOf(query.error)} onRetry={() => void query.refetch()} />;
  if (!invoice) return <SkeletonRows rows={5} />;
  return (
    <div className="flex flex-col gap-5">
      <div className="grid gap-4 sm:grid-cols-2">
        <PartyCard invoice={invoice} side="seller" />
        <PartyCard key={invoice.version} invoice={invoice} side="buyer" />
      </div>
      <LinesEditor recordId={invoice.id} />
    </div>
  );
}
