"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { Tooltip } from "@/components/ui/tooltip";
import type { Pipeline } from "@/server/pipelines/contract";
import { renamePipeline } from "./edits";
import { InlineText } from "./inline-text";
import { useOptimisticPipelines } from "./use-pipelines";

type PipelineTitleProps = { pipeline: Pipeline; onRemoved: () => void };

/** A pipeline's name, edited where it stands, and the way to remove it. */
export function PipelineTitle({ pipeline, onRemoved }: PipelineTitleProps) {
  const t = useTranslations("robots.pipelines");
  const { say, fields } = useRefusals();
  const [asking, setAsking] = useState(false);
  const trpc = useTRPC();
  const client = useQueryClient();
  const optimistic = useOptimisticPipelines();
  const rename = useMutation(trpc.pipelines.rename.mutationOptions(optimistic(renamePipeline)));
  const removal = useMutation(
    trpc.pipelines.remove.mutationOptions({
      onSuccess: async () => {
        setAsking(false);
        toast.success(t("pipelineRemoved", { name: pipeline.name }));
        onRemoved();
        await client.invalidateQueries(trpc.pipelines.list.queryFilter());
      },
    }),
  );
  const ask = (open: boolean) => {
    removal.reset();
    setAsking(open);
  };
  const wrong = rename.error ? (fields(rename.error).name ?? say(rename.error)) : undefined;
  return (
    <div className="mb-3 flex items-start gap-2">
      <InlineText
        value={pipeline.name}
        label={t("pipelineName")}
        maxLength={80}
        onSave={(name) => rename.mutateAsync({ pipelineId: pipeline.id, name })}
        error={wrong}
        className="-ml-1.5 max-w-96 text-lg! font-semibold"
      />
      <Tooltip label={t("removePipeline")}>
        <Button variant="ghost" size="icon" aria-label={t("removePipeline")} onClick={() => ask(true)}>
          <Trash2 />
        </Button>
      </Tooltip>
      <ConfirmDialog
        open={asking}
        onOpenChange={ask}
        danger
        title={t("removePipelineTitle", { name: pipeline.name })}
        text={
          removal.error ? (
            <span role="alert" className="text-danger-text">
              {say(removal.error)}
            </span>
          ) : (
            t("removePipelineText")
          )
        }
        confirmLabel={t("removePipeline")}
        pending={removal.isPending}
        onConfirm={() => removal.mutate({ pipelineId: pipeline.id })}
      />
    </div>
  );
}
