"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CircleStop, Copy, RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { Acted, RunAction, RunDetailsView } from "@/server/operations/contract";
import { act, opsKey } from "./api";

const icons: Record<RunAction, ReactNode> = { retry: <RotateCw />, cancel: <CircleStop />, replay: <Copy /> };

/** What may be done with the run, each asked about before. */
export function RunActions({ run }: { run: RunDetailsView }) {
  const t = useTranslations("ops.act");
  const [asked, setAsked] = useState<RunAction | null>(null);
  const [shown, setShown] = useState<RunAction>("retry");
  const acting = useAct(run.id, () => setAsked(null));
  const ask = (action: RunAction) => {
    setShown(action);
    setAsked(action);
  };
  return (
    <>
      {run.may.toReversed().map((action) => (
        <Button
          key={action}
          variant={action === "retry" ? "primary" : "secondary"}
          onClick={() => ask(action)}
        >
          {icons[action]}
          {t(`${action}.button`)}
        </Button>
      ))}
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={(open) => !open && setAsked(null)}
        title={t(`${shown}.title`)}
        text={t(`${shown}.text`)}
        confirmLabel={t(`${shown}.button`)}
        danger={shown === "cancel"}
        pending={acting.isPending}
        onConfirm={() => acting.mutate(shown)}
      />
    </>
  );
}

function useAct(runId: string, onSettled: () => void) {
  const t = useTranslations("ops.act");
  const router = useRouter();
  const client = useQueryClient();
  const say = (action: RunAction, acted: Acted) => {
    if (!acted.done) toast.error(t(`${action}.refused`));
    else if (action !== "replay") toast.success(t(`${action}.done`));
    else {
      const open = () => router.push(`/ops/runs/${acted.runId}`);
      toast.success(t("replay.done"), { action: { label: t("open"), run: open }, duration: 8000 });
    }
  };
  return useMutation({
    mutationFn: (action: RunAction) => act(runId, action),
    onSuccess: (acted, action) => say(action, acted),
    onError: () => toast.error(t("failed")),
    onSettled: () => {
      onSettled();
      return client.invalidateQueries({ queryKey: opsKey });
    },
  });
}
