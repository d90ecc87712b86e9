"use client";

import { useMutation } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Fragment, useMemo, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { SortableList } from "@/components/sortable/sortable-list";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { Pipeline } from "@/server/pipelines/contract";
import { moveStage } from "./edits";
import { NewStage } from "./new-stage";
import { StageRow } from "./stage-row";
import { useOptimisticPipelines } from "./use-pipelines";

/** A pipeline's stages from the first to the last, to be put in order and changed. */
export function StageList({ pipeline }: { pipeline: Pipeline }) {
  const t = useTranslations("robots.pipelines");
  const { stages } = pipeline;
  const { say } = useRefusals();
  // undefined: no stage is being added; null: one is, at the front.
  const [addingAfter, setAddingAfter] = useState<string | null>();
  const trpc = useTRPC();
  const optimistic = useOptimisticPipelines();
  const options = optimistic(moveStage);
  const { mutate } = useMutation(
    trpc.pipelines.moveStage.mutationOptions({
      ...options,
      onError: (error, input, shown) => {
        options.onError(error, input, shown);
        toast.error(say(error));
      },
    }),
  );
  const ids = useMemo(() => stages.map((stage) => stage.id), [stages]);
  const nameOf = (id: string) => stages.find((stage) => stage.id === id)?.name ?? "";
  const move = (stageId: string, afterId: string | null) => {
    const before = ids[ids.indexOf(stageId) - 1] ?? null;
    mutate({ stageId, afterId });
    toast.success(t("stageMoved", { stage: nameOf(stageId) }), {
      id: `moved-${stageId}`,
      undo: () => mutate({ stageId, afterId: before }),
    });
  };
  const addition = (afterId: string | null) => (
    <NewStage pipeline={pipeline} afterId={afterId} onClose={() => setAddingAfter(undefined)} />
  );
  return (
    <>
      <SortableList
        ids={ids}
        onMove={move}
        label={t("stagesOf", { pipeline: pipeline.name })}
        announcement={(id, place) => t("announce", { name: nameOf(id), place, total: ids.length })}
        className="divide-y overflow-hidden rounded-lg bg-surface shadow-low"
      >
        {stages.map((stage) => (
          <Fragment key={stage.id}>
            <StageRow stage={stage} entity={pipeline.entity} onAddAfter={() => setAddingAfter(stage.id)} />
            {addingAfter === stage.id && addition(stage.id)}
          </Fragment>
        ))}
      </SortableList>
      <Button variant="ghost" className="mt-2" onClick={() => setAddingAfter(lastOpen(pipeline))}>
        <Plus />
        {t("addStage")}
      </Button>
    </>
  );
}

/** New stages go before the final ones. */
function lastOpen({ stages }: Pipeline): string | null {
  return stages.findLast((stage) => stage.outcome === "open")?.id ?? null;
}
