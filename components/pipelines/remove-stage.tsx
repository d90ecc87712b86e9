"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { refusalOf, useRefusals } from "@/components/api/refusal";
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
  const removal = useMutation(
    trpc.pipelines.removeStage.mutationOptions({
      onSuccess: () => {
        onOpenChange(false);
        toast.success(t("stageRemoved", { stage: stage.name }));
        return client.invalidateQueries(trpc.pipelines.list.queryFilter());
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
            {wordsFor(removal.error)}
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

  function wordsFor(error: unknown): string {
    const count = refusalOf(error)?.data.count;
    return typeof count === "number" ? t("stageNotEmpty", { count }) : say(error);
  }
}
