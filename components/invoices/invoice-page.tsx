"use client";

import { SearchX } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { refusalOf, requestIdOf } from "@/components/api/refusal";
import { LinesEditor } from "@/components/line-items/lines-editor";
import { PageBody, PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { InlineAlert } from "@/components/ui/inline-alert";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import type { InvoiceView } from "@/server/crm/invoices/contract";
import { InvoiceActions } from "./invoice-actions";
import { InvoiceFacts } from "./invoice-facts";
import { StatusBadge } from "./invoice-status";
import { PartyCard } from "./party-card";
import { PaymentsPanel } from "./payments-panel";
import { useInvoice } from "./use-invoice";

const Timeline = dynamic(() => import("@/components/timeline/timeline").then((file) => file.Timeline));
const Composer = dynamic(() => import("@/components/record-page/composer").then((file) => file.Composer));
const NextActivity = dynamic(() =>
  import("@/components/record-page/next-activity").then((file) => file.NextActivity),
);
const RecordProcesses = dynamic(() =>
  import("@/components/robots/record-processes").then((file) => file.RecordProcesses),
);

/** One invoice: edited while it is a draft, read afterwards. */
export function InvoicePage({ invoiceId }: { invoiceId: string }) {
  const t = useTranslations("invoices");
  const { slug } = useWorkspace();
  const query = useInvoice(invoiceId);
  const invoice = query.data;
  const title = invoice?.number ? `${t("one")} ${invoice.number}` : t(invoice ? "draft" : "one");
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("title"), href: `/${slug}/invoices` }, { label: title }]}
        title={title}
        aside={invoice && invoice.status !== "draft" && <StatusBadge status={invoice.status} />}
        actions={invoice && <InvoiceActions invoice={invoice} />}
      />
      <PageBody className="w-full max-w-6xl">
        {query.isError && refusalOf(query.error) && (
          <EmptyState icon={<SearchX />} title={t("gone.title")} text={t("gone.text")} />
        )}
        {query.isError && !refusalOf(query.error) && !invoice && (
          <ErrorState requestId={requestIdOf(query.error)} onRetry={() => void query.refetch()} />
        )}
        {query.isPending && <SkeletonRows rows={8} />}
        {invoice && <Content invoice={invoice} />}
      </PageBody>
    </>
  );
}

function Content({ invoice }: { invoice: InvoiceView }) {
  const t = useTranslations("invoices");
  const { slug } = useWorkspace();
  const may = useMay();
  const record = { id: invoice.id, entity: "invoice" as const, ownerId: invoice.ownerId };
  return (
    <div className="flex flex-col gap-4">
      {invoice.status === "void" && (
        <InlineAlert tone="warn">{t("void.because", { reason: invoice.voidReason ?? "" })}</InlineAlert>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <Card className="min-w-0">
          <Tabs defaultValue="content">
            <TabsList>
              <TabsTrigger value="content">{t("tabs.content")}</TabsTrigger>
              <TabsTrigger value="preview">{t("tabs.preview")}</TabsTrigger>
              <TabsTrigger value="timeline">{t("tabs.timeline")}</TabsTrigger>
              {may("automation.view") && <TabsTrigger value="robots">{t("tabs.robots")}</TabsTrigger>}
            </TabsList>
            <TabsContent value="content" className="flex flex-col gap-5 pt-3">
              <div className="grid gap-4 sm:grid-cols-2">
                <PartyCard invoice={invoice} side="seller" />
                <PartyCard key={invoice.version} invoice={invoice} side="buyer" />
              </div>
              <LinesEditor recordId={invoice.id} />
            </TabsContent>
            <TabsContent value="preview" className="pt-3">
              <iframe
                title={t("preview")}
                // Made anew whenever the invoice changes.
                key={invoice.version}
                src={`/api/invoices/${slug}/${invoice.id}/pdf?version=${invoice.version}`}
                className="h-[75dvh] w-full rounded-md border bg-white"
              />
            </TabsContent>
            <TabsContent value="timeline" className="pt-3">
              <Timeline record={record} currency={invoice.currency}>
                <Composer record={record} />
                <NextActivity record={record} />
              </Timeline>
            </TabsContent>
            <TabsContent value="robots" className="pt-3">
              <RecordProcesses entity="invoice" record={record} of={{ entity: "invoice" }} />
            </TabsContent>
          </Tabs>
        </Card>
        <div className="flex flex-col gap-4">
          <InvoiceFacts invoice={invoice} />
          {invoice.status !== "draft" && <PaymentsPanel invoice={invoice} />}
        </div>
      </div>
    </div>
  );
}
