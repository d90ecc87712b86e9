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
import { Select } from "@/components/ui/select";
import { useMay } from "@/components/workspace/workspace";
import type { Pipeline } from "@/server/pipelines/contract";
import type { StagedEntity } from "@/server/platform/permissions";
import { BoardSkeleton } from "./board-skeleton";
import { BoardTools } from "./board-tools";
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
  const t = useTranslations("board.filter");
  const trpc = useTRPC();
  const filters = useBoardFilters(entity);
  const { layout, pending } = filters.state;
  const [creating, setCreating] = useCreating();
  const pipelines = useQuery(trpc.pipelines.list.queryOptions({ entity }));
  const pipeline = pipelines.data?.find((one) => one.id === filters.pipelineId) ?? pipelines.data?.[0];
  return (
    <>
      <PageHeader
        title={words.title}
        aside={<ViewSwitch entity={entity} />}
        actions={<NewButton entity={entity} label={words.create} onOpen={() => void setCreating(true)} />}
      >
        {(pipelines.data ?? []).length > 1 && (
          <Select
            aria-label={t("pipeline")}
            className="w-48 max-md:w-auto max-md:flex-1"
            options={(pipelines.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={pipeline?.id}
            onValueChange={filters.setPipeline}
          />
        )}
      </PageHeader>
      {layout === "board" && <BoardTools entity={entity} mine={words.mine} />}
      {(pipelines.isPending || (pending && pipeline)) && <BoardSkeleton stages={stages} />}
      {pipelines.isError && (
        <ErrorState requestId={requestIdOf(pipelines.error)} onRetry={() => void pipelines.refetch()} />
      )}
      {pipelines.data && !pipeline && noPipeline}
      {pipeline && !pending && (layout === "list" ? list(pipeline) : board(pipeline))}
      {pipeline && creating && create(pipeline, () => void setCreating(null))}
      {pipeline && <StageRobots pipeline={pipeline} />}
    </>
  );
}

function ViewSwitch({ entity }: { entity: StagedEntity }) {
  const t = useTranslations("board.view");
  const { state } = useBoardFilters(entity);
  return (
    <Segmented
      label={t("label")}
      iconsOnly
      segments={[
        { value: "board", label: t("board"), icon: <Kanban /> },
        { value: "list", label: t("list"), icon: <List /> },
      ]}
      value={state.layout}
      onValueChange={(layout) => void state.setLayout(layout)}
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
