"use client";

import { useQuery } from "@tanstack/react-query";
import { Kanban, List, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { requestIdOf } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { placeOfStage } from "@/components/robots/robot-place";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Segmented } from "@/components/ui/segmented";
import { useMay } from "@/components/workspace/workspace";
import type { Pipeline } from "@/server/pipelines/contract";
import type { StagedEntity } from "@/server/platform/permissions";
import { BoardSkeleton } from "./board-skeleton";
import { FilterBar } from "./filter-bar";
import { useBoardFilters, useCreating, useRobotsStage } from "./use-board-filters";

const RobotsSheet = dynamic(() =>
  import("@/components/robots/robots-sheet").then((file) => file.RobotsSheet),
);

type BoardPageProps = {
  entity: StagedEntity;
  /** Columns drawn while the stages are not known. */
  stages: number;
  words: { title: string; mine: string; create: string };
  board: (pipeline: Pipeline) => ReactNode;
  list: (pipeline: Pipeline) => ReactNode;
  /** The form for a new record. */
  create: (pipeline: Pipeline, onClose: () => void) => ReactNode;
  /** Said where there is no pipeline at all. */
  noPipeline?: ReactNode;
};

/** A pipeline as a board or as a list, whatever stands on its stages: the day's work. */
export function BoardPage(props: BoardPageProps) {
  const { entity, stages, words, board, list, create, noPipeline } = props;
  const trpc = useTRPC();
  const { filters } = useBoardFilters();
  const [creating, setCreating] = useCreating();
  const pipelines = useQuery(trpc.pipelines.list.queryOptions({ entity }));
  const pipeline = pipelines.data?.find((one) => one.id === filters.pipeline) ?? pipelines.data?.[0];
  return (
    <>
      <PageHeader
        title={words.title}
        aside={<ViewSwitch />}
        actions={<NewButton entity={entity} label={words.create} onOpen={() => void setCreating(true)} />}
      >
        <FilterBar pipelines={pipelines.data ?? []} pipeline={pipeline} mine={words.mine} />
      </PageHeader>
      {pipelines.isPending && <BoardSkeleton stages={stages} />}
      {pipelines.isError && (
        <ErrorState requestId={requestIdOf(pipelines.error)} onRetry={() => void pipelines.refetch()} />
      )}
      {pipelines.data && !pipeline && noPipeline}
      {pipeline && (filters.view === "list" ? list(pipeline) : board(pipeline))}
      {pipeline && creating && create(pipeline, () => void setCreating(null))}
      {pipeline && <StageRobots pipeline={pipeline} />}
    </>
  );
}

function ViewSwitch() {
  const t = useTranslations("board.view");
  const { filters, setFilters } = useBoardFilters();
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

function NewButton({ entity, label, onOpen }: { entity: StagedEntity; label: string; onOpen: () => void }) {
  const may = useMay();
  if (!may(`${entity}.create`)) return null;
  return (
    <Button variant="primary" onClick={onOpen} aria-label={label}>
      <Plus />
      <span className="max-md:hidden">{label}</span>
    </Button>
  );
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
      place={placeOfStage(stage)}
      open={wanted !== undefined}
      onOpenChange={(open) => !open && void setStageId(null)}
    />
  );
}
