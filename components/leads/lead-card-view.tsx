"use client";

import { SearchX } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { refusalOf, requestIdOf } from "@/components/api/refusal";
import { StagePath } from "@/components/board/stage-path";
import { ActivitiesPanel } from "@/components/deals/activities-panel";
import { useOpenActivities } from "@/components/deals/use-activities";
import { Timeline } from "@/components/timeline/timeline";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { useMay } from "@/components/workspace/workspace";
import type { LeadCard } from "@/server/crm/leads/contract";
import { LeadFieldRows } from "./lead-field-rows";
import { useLeadMoves } from "./lead-moves";
import { LeadState } from "./lead-state";
import type { LeadQuery } from "./use-lead";

const RecordProcesses = dynamic(() =>
  import("@/components/robots/record-processes").then((file) => file.RecordProcesses),
);

/** Everything about a lead. Two columns where there is room, one where there is not. */
export function LeadCardView({ query }: { query: LeadQuery }) {
  const t = useTranslations("lead.gone");
  if (query.isError && refusalOf(query.error)?.code === "NOT_FOUND") {
    return <EmptyState icon={<SearchX />} title={t("title")} text={t("text")} />;
  }
  if (query.isError && !query.data)
    return <ErrorState requestId={requestIdOf(query.error)} onRetry={() => void query.refetch()} />;
  if (query.data) return <Card lead={query.data} />;
  return (
    <div aria-busy className="flex flex-col gap-4">
      <Skeleton className="h-9" />
      <SkeletonRows rows={6} />
    </div>
  );
}

function Card({ lead }: { lead: LeadCard }) {
  const t = useTranslations("deal.tabs");
  const open = useOpenActivities(lead.id);
  const may = useMay();
  const { move } = useLeadMoves();
  return (
    <div className="@container">
      <StagePath
        card={lead}
        disabled={!may("lead.move", lead)}
        onMove={(stage) => move({ card: lead, stage, afterId: null })}
      />
      <LeadState lead={lead} />
      <div className="mt-4 flex flex-col gap-6 @3xl:grid @3xl:grid-cols-[20rem_1fr] @3xl:items-start @3xl:gap-8">
        <LeadFieldRows lead={lead} />
        <Tabs defaultValue="history" className="min-w-0">
          <TabsList>
            <TabsTrigger value="history">{t("history")}</TabsTrigger>
            <TabsTrigger value="activities">
              {t("activities")}
              {open > 0 && <span className="tabular text-sm text-ink-muted">{open}</span>}
            </TabsTrigger>
            {may("automation.view") && <TabsTrigger value="robots">{t("robots")}</TabsTrigger>}
          </TabsList>
          <TabsContent value="history">
            <Timeline dealId={lead.id} currency={lead.currency} />
          </TabsContent>
          <TabsContent value="activities">
            <ActivitiesPanel entity="lead" record={lead} />
          </TabsContent>
          <TabsContent value="robots">
            <RecordProcesses entity="lead" record={lead} />
          </TabsContent>
        </Tabs>
      </div>
    </div>
  );
}
