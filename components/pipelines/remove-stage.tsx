"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { Stage } from "@/server/pipelines/contract";

type RemoveStageProps = { stage: Stage; open: boolean; onOpenChange: (open: boolean) => void };

/** Asks before a stage goes with its robots; stays open with the reason when deals stand there. */
export function RemoveStage({ stage, open, onOpenChange }: RemoveStageProps) {
  const t = useTranslations("robots.pipelines");
  const { say } = useRefusals();
  const trpc = useTRPC();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries(trpc.pipelines.list.queryFilter());
  const restoring = useMutation(
    trpc.pipelines.restoreStage.mutationOptions({
      onError: (error) => void toast.error(say(error)),
      onSettled: refresh,
    }),
  );
  const removal = useMutation(
    trpc.pipelines.removeStage.mutationOptions({
      onSuccess: () => {
        onOpenChange(false);
        toast.success(t("stageRemoved", { stage: stage.name }), {
          undo: () => restoring.mutate({ stageId: stage.id }),
        });
        return refresh();
      },
    }),
  );
  const change = (next: boolean) => {
    removal.reset();
    onOpenChange(next);
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={change}
      danger
      title={t("removeStageTitle", { stage: stage.name })}
      text={
        removal.error ? (
          <span role="alert" className="text-danger-text">
            {say(removal.error)}
          </span>
        ) : (
          t("removeStageText")
        )
      }
      confirmLabel={t("removeStage")}
      pending={removal.isPending}
      onConfirm={() => removal.mutate({ stageId: stage.id })}
    />
  );
}
