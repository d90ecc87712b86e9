"use client";

import { useMutation } from "@tanstack/react-query";
import { OctagonX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Badge, StageBadge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { RecordProcess } from "@/server/automation/contract";
import { ProcessStep } from "./process-step";
import { stopReasonKey } from "./stop-reason";
import { useMoments } from "./use-moments";
import type { RobotSources } from "./use-sources";

type ProcessRunProps = {
  run: RecordProcess;
  sources: RobotSources;
  mayAct: boolean;
  /** Fetches the runs anew. */
  onChanged: () => Promise<unknown>;
};

const tones = { running: "accent", done: "ok", failed: "danger", stopped: "neutral" } as const;

/** One passage of a record through a stage or a status: its robots, and what can be done about them. */
export function ProcessRun({ run, sources, mayAct, onChanged }: ProcessRunProps) {
  const t = useTranslations("robots.process");
  const { relative, exact } = useMoments();
  const { say } = useRefusals();
  const [asking, setAsking] = useState(false);
  const trpc = useTRPC();
  const refused = (error: unknown) => void toast.error(say(error));
  const retry = useMutation(
    trpc.automation.retryActivity.mutationOptions({ onError: refused, onSettled: onChanged }),
  );
  const stop = useMutation(
    trpc.automation.stopRun.mutationOptions({
      onError: refused,
      onSettled: async () => {
        setAsking(false);
        await onChanged();
      },
    }),
  );
  const stage = sources.places.get(run.place);
  return (
    <section aria-label={stage?.name ?? t("stageGone")} className="rounded-lg bg-surface p-3 shadow-low">
      <header className="mb-2.5 flex flex-wrap items-center gap-x-2 gap-y-1">
        <StageBadge colour={stage?.colour ?? "slate"} className="font-semibold">
          {stage?.name ?? t("stageGone")}
        </StageBadge>
        <Badge tone={tones[run.status]}>{t(`status.${run.status}`)}</Badge>
        <span className="text-sm text-ink-muted" title={exact(run.startedAt)}>
          {relative(run.startedAt)}
        </span>
        {run.status === "running" && mayAct && (
          <Button size="sm" variant="ghost" className="ml-auto" onClick={() => setAsking(true)}>
            <OctagonX />
            {t("stop")}
          </Button>
        )}
      </header>
      {run.status === "stopped" && (
        <p className="mb-2.5 text-ink-muted">
          {t(`stopReason.${stopReasonKey(run.stopReason)}`, { entity: sources.entity })}
        </p>
      )}
      <ol className="flex flex-col gap-2.5">
        {run.steps.map((step) => {
          const { retry: failed } = step;
          const again = failed && mayAct ? { onRetry: () => retry.mutate(failed) } : {};
          const retrying = retry.isPending && retry.variables.block === failed?.block;
          return (
            <ProcessStep key={step.robotId} step={step} sources={sources} retrying={retrying} {...again} />
          );
        })}
      </ol>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        danger
        title={t("stopTitle")}
        text={t("stopText", { entity: sources.entity })}
        confirmLabel={t("stop")}
        pending={stop.isPending}
        onConfirm={() => stop.mutate({ runId: run.runId })}
      />
    </section>
  );
}
