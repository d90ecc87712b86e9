"use client";

import { useQuery } from "@tanstack/react-query";
import { Inbox, Kanban, List, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { requestIdOf } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { BoardSkeleton } from "@/components/board/board-skeleton";
import { FilterBar } from "@/components/deals/filter-bar";
import { useDealFilters, useNewDeal, useRobotsStage } from "@/components/deals/use-deal-filters";
import { RecordList } from "@/components/records/record-list";
import { TrashLink } from "@/components/records/trash-link";
import { PageHeader } from "@/components/shell/page-header";
import { ImportLink } from "@/components/transfer/import-link";
import { ListExport } from "@/components/transfer/list-export";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Segmented } from "@/components/ui/segmented";
import { useMay } from "@/components/workspace/workspace";
import type { Filter } from "@/server/filter/tree";
import type { Pipeline } from "@/server/pipelines/contract";
import { LeadBoard } from "./lead-board";
import { LeadMoves } from "./lead-moves";
import { LeadSheet } from "./lead-sheet";
import { NewLeadDialog } from "./new-lead-dialog";
import { useOpenLead } from "./use-lead";

const RobotsSheet = dynamic(() =>
  import("@/components/robots/robots-sheet").then((file) => file.RobotsSheet),
);

/** Enquiries being qualified: a pipeline as a board or a list, with a lead's card over it. */
export function LeadsPage() {
  const t = useTranslations("lead");
  const trpc = useTRPC();
  const { filters } = useDealFilters();
  const pipelines = useQuery(trpc.pipelines.list.queryOptions({ entity: "lead" }));
  const pipeline = pipelines.data?.find((one) => one.id === filters.pipeline) ?? pipelines.data?.[0];
  return (
    <LeadMoves>
      <PageHeader title={t("title")} aside={<ViewSwitch />} actions={<NewLeadButton />}>
        <FilterBar pipelines={pipelines.data ?? []} pipeline={pipeline} mine={t("mine")} />
      </PageHeader>
      {pipelines.isPending && <BoardSkeleton stages={4} />}
      {pipelines.isError && (
        <ErrorState requestId={requestIdOf(pipelines.error)} onRetry={() => void pipelines.refetch()} />
      )}
      {pipeline && filters.view === "list" && <PipelineList key={pipeline.id} pipeline={pipeline} />}
      {pipeline && filters.view !== "list" && <LeadBoard key={pipeline.id} pipeline={pipeline} />}
      {pipeline && <NewLead pipeline={pipeline} />}
      {pipeline && <StageRobots pipeline={pipeline} />}
      <LeadSheet />
    </LeadMoves>
  );
}

/** The same leads as rows, to sort, to filter and to change many at once. */
function PipelineList({ pipeline }: { pipeline: Pipeline }) {
  const t = useTranslations("records.entity.lead");
  const [, openLead] = useOpenLead();
  const within: Filter = { field: "pipelineId", operator: "in", value: [pipeline.id] };
  return (
    <RecordList
      entity="lead"
      within={within}
      onOpen={(lead) => void openLead(lead.id)}
      actions={
        <>
          <ListExport entity="lead" within={within} />
          <ImportLink entity="lead" />
          <TrashLink entity="lead" />
        </>
      }
      empty={<EmptyState icon={<Inbox />} title={t("empty")} text={t("emptyText")} />}
    />
  );
}

function ViewSwitch() {
  const t = useTranslations("board.view");
  const { filters, setFilters } = useDealFilters();
  return (
    <Segmented
      label={t("label")}
      iconsOnly
      segments={[
        { value: "board", label: t("board"), icon: <Kanban /> },
        { value: "list", label: t("list"), icon: <List /> },
      ]}
      value={filters.view}
      onValueChange={(view) => void setFilters({ view })}
    />
  );
}

function NewLeadButton() {
  const t = useTranslations("lead.new");
  const [, setOpen] = useNewDeal();
  const may = useMay();
  if (!may("lead.create")) return null;
  return (
    <Button variant="primary" onClick={() => void setOpen(true)} aria-label={t("open")}>
      <Plus />
      <span className="max-md:hidden">{t("open")}</span>
    </Button>
  );
}

function NewLead({ pipeline }: { pipeline: Pipeline }) {
  const [open, setOpen] = useNewDeal();
  if (!open) return null;
  return <NewLeadDialog pipeline={pipeline} onClose={() => void setOpen(null)} />;
}

function StageRobots({ pipeline }: { pipeline: Pipeline }) {
  const [stageId, setStageId] = useRobotsStage();
  const may = useMay();
  const wanted = pipeline.stages.find((one) => one.id === stageId);
  // A closing sheet still shows its stage.
  const [last, setLast] = useState(wanted);
  if (wanted && wanted !== last) setLast(wanted);
  const stage = wanted ?? last;
  if (!stage || !may("automation.view")) return null;
  return (
    <RobotsSheet
      stageId={stage.id}
      stageName={stage.name}
      pipelineId={pipeline.id}
      open={wanted !== undefined}
      onOpenChange={(open) => !open && void setStageId(null)}
    />
  );
}
