"use client";

import { useQuery } from "@tanstack/react-query";
import { Inbox, Kanban, List, Plus, Split } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { requestIdOf } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { BoardSkeleton } from "@/components/board/board-skeleton";
import { RecordList } from "@/components/records/record-list";
import { TrashLink } from "@/components/records/trash-link";
import { PageHeader } from "@/components/shell/page-header";
import { ImportLink } from "@/components/transfer/import-link";
import { ListExport } from "@/components/transfer/list-export";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Link } from "@/components/ui/link";
import { Segmented } from "@/components/ui/segmented";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import type { Pipeline } from "@/server/pipelines/contract";
import { DealBoard } from "./deal-board";
import { DealMoves } from "./deal-moves";
import { DealSheet } from "./deal-sheet";
import { FilterBar } from "./filter-bar";
import { NewDealDialog } from "./new-deal-dialog";
import { useDealFilters, useNewDeal, useOpenDeal, useRobotsStage } from "./use-deal-filters";

const RobotsSheet = dynamic(() =>
  import("@/components/robots/robots-sheet").then((file) => file.RobotsSheet),
);

/** The day's work: a pipeline as a board or a list, with a deal's card over it. */
export function DealsPage() {
  const t = useTranslations("board");
  const trpc = useTRPC();
  const { filters } = useDealFilters();
  const pipelines = useQuery(trpc.pipelines.list.queryOptions({ entity: "deal" }));
  const pipeline = pipelines.data?.find((one) => one.id === filters.pipeline) ?? pipelines.data?.[0];
  return (
    <DealMoves>
      <PageHeader title={t("title")} aside={<ViewSwitch />} actions={<NewDealButton />}>
        <FilterBar pipelines={pipelines.data ?? []} pipeline={pipeline} mine={t("filter.mine")} />
      </PageHeader>
      {pipelines.isPending && <BoardSkeleton stages={5} />}
      {pipelines.isError && (
        <ErrorState requestId={requestIdOf(pipelines.error)} onRetry={() => void pipelines.refetch()} />
      )}
      {pipelines.data && !pipeline && <NoPipeline />}
      {pipeline && <View pipeline={pipeline} />}
      {pipeline && <NewDeal pipeline={pipeline} />}
      {pipeline && <StageRobots pipeline={pipeline} />}
      <DealSheet />
    </DealMoves>
  );
}

function View({ pipeline }: { pipeline: Pipeline }) {
  const { filters } = useDealFilters();
  if (filters.view === "list") return <PipelineList key={pipeline.id} pipeline={pipeline} />;
  return <DealBoard key={pipeline.id} pipeline={pipeline} />;
}

/** The same deals as rows, to sort, to filter and to change many at once. */
function PipelineList({ pipeline }: { pipeline: Pipeline }) {
  const t = useTranslations("board.list");
  const [, openDeal] = useOpenDeal();
  const within = { field: "pipelineId", operator: "in" as const, value: [pipeline.id] };
  return (
    <RecordList
      entity="deal"
      within={within}
      onOpen={(deal) => void openDeal(deal.id)}
      actions={
        <>
          <ListExport entity="deal" within={within} />
          <ImportLink entity="deal" />
          <TrashLink entity="deal" />
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

function NewDealButton() {
  const t = useTranslations("board");
  const [, setOpen] = useNewDeal();
  const may = useMay();
  if (!may("deal.create")) return null;
  return (
    <Button variant="primary" onClick={() => void setOpen(true)} aria-label={t("new.open")}>
      <Plus />
      <span className="max-md:hidden">{t("new.open")}</span>
    </Button>
  );
}

function NewDeal({ pipeline }: { pipeline: Pipeline }) {
  const [open, setOpen] = useNewDeal();
  if (!open) return null;
  return <NewDealDialog pipeline={pipeline} onClose={() => void setOpen(null)} />;
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

function NoPipeline() {
  const t = useTranslations("board.noPipeline");
  const { slug } = useWorkspace();
  const may = useMay();
  return (
    <EmptyState
      icon={<Split />}
      title={t("title")}
      text={t("text")}
      action={
        may("pipeline.edit") && (
          <Button asChild variant="primary">
            <Link href={`/${slug}/pipelines`}>{t("action")}</Link>
          </Button>
        )
      }
    />
  );
}
