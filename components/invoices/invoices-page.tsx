"use client";

import { Plus, ReceiptText } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { RecordList } from "@/components/records/record-list";
import { TrashLink } from "@/components/records/trash-link";
import { PageHeader } from "@/components/shell/page-header";
import { ListExport } from "@/components/transfer/list-export";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Segmented } from "@/components/ui/segmented";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import { invoiceStatuses } from "@/server/crm/invoices/contract";
import type { Filter } from "@/server/filter/tree";
import { InvoicesSum } from "./invoices-sum";
import { StatusRobots } from "./status-robots";
import { useInvoiceChanges } from "./use-invoice";

const statuses = ["all", ...invoiceStatuses] as const;

/** The organization's invoices as a list, of one status or of all. */
export function InvoicesPage() {
  const t = useTranslations("invoices");
  const [status, setStatus] = useQueryState("status", parseAsStringLiteral(invoiceStatuses));
  const within: Filter | undefined = status
    ? { field: "status", operator: "in", value: [status] }
    : undefined;
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
        <Segmented
          label={t("status")}
          segments={statuses.map((one) => ({ value: one, label: t(`statuses.${one}`) }))}
          value={status ?? "all"}
          onValueChange={(next) => void setStatus(next === "all" ? null : next)}
        />
      </PageHeader>
      <RecordList
        entity="invoice"
        within={within}
        summary={(query) => <InvoicesSum {...query} />}
        actions={
          <>
            <ListExport entity="invoice" within={within} />
            <TrashLink entity="invoice" />
          </>
        }
        empty={
          status ? (
            <EmptyState icon={<ReceiptText />} title={t("nothing")} text={t("nothingText")} />
          ) : (
            <EmptyState
              icon={<ReceiptText />}
              title={t("empty")}
              text={t("emptyText")}
              action={<NewInvoice />}
            />
          )
        }
      />
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
