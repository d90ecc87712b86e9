"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { requestIdOf } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import { InvoicesTable } from "./invoices-table";
import { useInvoiceChanges } from "./use-invoice";

/** A deal's invoices, and the making of one more out of its products. */
export function DealInvoices({ dealId }: { dealId: string }) {
  const t = useTranslations("invoices.onDeal");
  const { slug } = useWorkspace();
  const may = useMay();
  const router = useRouter();
  const { create } = useInvoiceChanges();
  const list = useQuery(useTRPC().invoices.list.queryOptions({ dealId, limit: 100 }));
  return (
    <section aria-label={t("title")} className="flex flex-col gap-3">
      {list.isPending && <SkeletonRows rows={2} />}
      {list.isError && !list.data && (
        <ErrorState requestId={requestIdOf(list.error)} onRetry={() => void list.refetch()} />
      )}
      {list.data?.invoices.length === 0 && <p className="text-ink-muted">{t("none")}</p>}
      {list.data && list.data.invoices.length > 0 && <InvoicesTable invoices={list.data.invoices} />}
      {may("invoice.create") && (
        <Button
          className="self-start"
          pending={create.isPending}
          onClick={() =>
            create.mutate(
              { dealId },
              {
                onSuccess: ({ id }) => {
                  toast.success(t("created"));
                  router.push(`/${slug}/invoices/${id}`);
                },
              },
            )
          }
        >
          <Plus />
          {t("create")}
        </Button>
      )}
    </section>
  );
}
