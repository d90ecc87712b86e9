"use client";

import { Plus, ReceiptText, SearchX } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { requestIdOf } from "@/components/api/refusal";
import { useTRPC, useTRPCClient } from "@/components/api/trpc";
import { usePages } from "@/components/api/use-pages";
import { PageBody, PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { LoadMore } from "@/components/ui/load-more";
import { SearchBox } from "@/components/ui/search-box";
import { Select } from "@/components/ui/select";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import { invoiceStatuses } from "@/server/crm/invoices/contract";
import { InvoicesTable } from "./invoices-table";
import { StatusRobots } from "./status-robots";
import { useInvoiceChanges } from "./use-invoice";

const parsers = {
  q: parseAsString.withDefault(""),
  status: parseAsStringLiteral(invoiceStatuses),
};

/** The organization's invoices, the newest first. */
export function InvoicesPage() {
  const t = useTranslations("invoices");
  const [filters, setFilters] = useQueryStates(parsers);
  const statuses = ["all", ...invoiceStatuses] as const;
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <>
            <StatusRobots />
            <NewInvoice />
          </>
        }
      >
        <SearchBox
          className="w-72"
          value={filters.q}
          label={t("search")}
          onSearch={(q) => void setFilters({ q: q || null })}
        />
        <Select
          aria-label={t("columns.status")}
          className="w-44"
          options={statuses.map((status) => ({ value: status, label: t(`statuses.${status}`) }))}
          value={filters.status ?? "all"}
          onValueChange={(status) => void setFilters({ status: status === "all" ? null : status })}
        />
      </PageHeader>
      <PageBody>
        <InvoiceList />
      </PageBody>
    </>
  );
}

function NewInvoice() {
  const t = useTranslations("invoices");
  const { slug } = useWorkspace();
  const may = useMay();
  const router = useRouter();
  const { create } = useInvoiceChanges();
  if (!may("invoice.create")) return null;
  return (
    <Button
      variant="primary"
      aria-label={t("new")}
      pending={create.isPending}
      onClick={() => create.mutate({}, { onSuccess: ({ id }) => router.push(`/${slug}/invoices/${id}`) })}
    >
      <Plus />
      <span className="max-md:hidden">{t("new")}</span>
    </Button>
  );
}

function InvoiceList() {
  const t = useTranslations("invoices");
  const trpc = useTRPC();
  const api = useTRPCClient();
  const [filters] = useQueryStates(parsers);
  const query = { search: filters.q.trim(), status: filters.status ?? undefined };
  const pages = usePages({
    queryKey: trpc.invoices.list.infiniteQueryKey(query),
    read: (cursor: number, signal) => api.invoices.list.query({ ...query, cursor }, { signal }),
    first: 0,
  });
  if (pages.isPending) return <SkeletonRows rows={8} />;
  if (pages.isError && !pages.data)
    return <ErrorState requestId={requestIdOf(pages.error)} onRetry={() => void pages.refetch()} />;
  const invoices = pages.data.pages.flatMap((page) => page.invoices);
  const narrowed = query.search !== "" || query.status !== undefined;
  if (invoices.length === 0 && narrowed)
    return <EmptyState icon={<SearchX />} title={t("nothing")} text={t("nothingText")} />;
  if (invoices.length === 0)
    return (
      <EmptyState icon={<ReceiptText />} title={t("empty")} text={t("emptyText")} action={<NewInvoice />} />
    );
  return (
    <>
      <InvoicesTable invoices={invoices} />
      {pages.hasNextPage && (
        <LoadMore
          label={t("more")}
          pending={pages.isFetchingNextPage}
          onMore={() => void pages.fetchNextPage()}
        />
      )}
    </>
  );
}
