"use client";

import { SearchX } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { refusalOf, requestIdOf } from "@/components/api/refusal";
import { LossLine } from "@/components/board/loss-line";
import { StagePath } from "@/components/board/stage-path";
import { FilesPanel } from "@/components/files/files-panel";
import { Timeline } from "@/components/timeline/timeline";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { useMay } from "@/components/workspace/workspace";
import type { DealCard } from "@/server/crm/deals/contract";
import { ActivitiesPanel } from "./activities-panel";
import { DealFieldRows } from "./deal-field-rows";
import { useMove } from "./deal-moves";
import { useOpenActivities } from "./use-activities";
import type { DealQuery } from "./use-deal";

const RecordProcesses = dynamic(() =>
  import("@/components/robots/record-processes").then((file) => file.RecordProcesses),
);

const LinesEditor = dynamic(() =>
  import("@/components/line-items/lines-editor").then((file) => file.LinesEditor),
);
const DealInvoices = dynamic(() =>
  import("@/components/invoices/deal-invoices").then((file) => file.DealInvoices),
);

/** Everything about a deal. Two columns where there is room, one where there is not. */
export function DealCardView({ query }: { query: DealQuery }) {
  const t = useTranslations("deal.gone");
  if (query.isError && refusalOf(query.error)?.code === "NOT_FOUND") {
    return <EmptyState icon={<SearchX />} title={t("title")} text={t("text")} />;
  }
  if (query.isError && !query.data)
    return <ErrorState requestId={requestIdOf(query.error)} onRetry={() => void query.refetch()} />;
  if (!query.data) return <CardSkeleton />;
  return <Card deal={query.data} />;
}

function Card({ deal }: { deal: DealCard }) {
  const t = useTranslations("deal.tabs");
  const open = useOpenActivities(deal.id);
  const may = useMay();
  const move = useMove();
  return (
    <div className="@container">
      <StagePath
        card={deal}
        disabled={!may("deal.move", deal)}
        onMove={(stage) => move({ card: deal, stage, afterId: null })}
      />
      <LossLine card={deal} />
      <div className="mt-4 flex flex-col gap-6 @3xl:grid @3xl:grid-cols-[20rem_1fr] @3xl:items-start @3xl:gap-8">
        <DealFieldRows deal={deal} />
        <Tabs defaultValue="history" className="min-w-0">
          <TabsList>
            <TabsTrigger value="history">{t("history")}</TabsTrigger>
            <TabsTrigger value="activities">
              {t("activities")}
              {open > 0 && <span className="tabular text-sm text-ink-muted">{open}</span>}
            </TabsTrigger>
            <TabsTrigger value="files">{t("files")}</TabsTrigger>
            <TabsTrigger value="products">{t("products")}</TabsTrigger>
            {may("invoice.view") && <TabsTrigger value="invoices">{t("invoices")}</TabsTrigger>}
            {may("automation.view") && <TabsTrigger value="robots">{t("robots")}</TabsTrigger>}
          </TabsList>
          <TabsContent value="history">
            <Timeline dealId={deal.id} currency={deal.currency} />
          </TabsContent>
          <TabsContent value="activities">
            <ActivitiesPanel entity="deal" record={deal} />
          </TabsContent>
          <TabsContent value="files">
            <FilesPanel recordId={deal.id} mayEdit={may("deal.edit", deal)} />
          </TabsContent>
          <TabsContent value="products">
            <LinesEditor recordId={deal.id} />
          </TabsContent>
          <TabsContent value="invoices">
            <DealInvoices dealId={deal.id} />
          </TabsContent>
          <TabsContent value="robots">
            <RecordProcesses entity="deal" record={deal} />
          </TabsContent>
        </Tabs>
      </div>
    </div>
  );
}

function CardSkeleton() {
  return (
    <div aria-busy className="flex flex-col gap-4">
      <Skeleton className="h-9" />
      <SkeletonRows rows={6} />
    </div>
  );
}
