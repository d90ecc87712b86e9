"use client";

import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { refusalOf, requestIdOf } from "@/components/api/refusal";
import { StagePath } from "@/components/board/stage-path";
import { RecordTabs } from "@/components/record-page/record-tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";
import { useMay } from "@/components/workspace/workspace";
import type { LeadCard } from "@/server/crm/leads/contract";
import { LeadFieldRows } from "./lead-field-rows";
import { useLeadMoves } from "./lead-moves";
import { LeadState } from "./lead-state";
import type { LeadQuery } from "./use-lead";

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
        <RecordTabs
          record={{ id: lead.id, entity: "lead", ownerId: lead.ownerId }}
          currency={lead.currency}
          pipelineId={lead.pipelineId}
        />
      </div>
    </div>
  );
}
