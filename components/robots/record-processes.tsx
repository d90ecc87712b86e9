"use client";

import { useQuery } from "@tanstack/react-query";
import { Bot, ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { requestIdOf } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useMay } from "@/components/workspace/workspace";
import type { RobotsOf } from "@/server/automation/contract";
import type { AutomatedEntity } from "@/server/platform/permissions";
import { ProcessRun } from "./process-run";
import { useSources } from "./use-sources";

export type RecordProcessesProps = {
  entity: AutomatedEntity;
  record: { id: string; ownerId: string | null };
  /** Whose robots they are. */
  of: RobotsOf;
};

/** What robots did on a record, what waits and until when, what failed and why; follows by itself. */
export function RecordProcesses({ entity, record, of }: RecordProcessesProps) {
  const t = useTranslations("robots.process");
  const [everything, setEverything] = useState(false);
  const trpc = useTRPC();
  const may = useMay();
  const { sources, error, retry } = useSources(of);
  const runs = useQuery(
    trpc.automation.recordProcesses.queryOptions(
      { entity, recordId: record.id },
      // The live stream brings news at once; this is for a stream that was cut.
      { refetchInterval: ({ state }) => (state.data?.some(isMoving) ? 20_000 : false) },
    ),
  );
  if (runs.error && !runs.data)
    return <ErrorState requestId={requestIdOf(runs.error)} onRetry={() => void runs.refetch()} />;
  if (error && !sources) return <ErrorState onRetry={() => void retry()} />;
  if (!runs.data || !sources) return <SkeletonRows rows={3} className="py-3" />;
  const shown = runs.data.filter((run) => run.steps.length > 0);
  if (shown.length === 0)
    return <EmptyState icon={<Bot />} title={t("emptyTitle")} text={t("emptyText", { entity })} />;

  const mayAct = may(`${entity}.edit`, record);
  const latest = everything ? shown : shown.slice(0, 2);
  return (
    <div className="flex flex-col gap-3">
      {latest.map((run) => (
        <ProcessRun
          key={run.runId}
          run={run}
          sources={sources}
          mayAct={mayAct}
          onChanged={() => runs.refetch()}
        />
      ))}
      {latest.length < shown.length && (
        <Button variant="ghost" className="self-start" onClick={() => setEverything(true)}>
          <ChevronDown />
          {t("earlier", { count: shown.length - latest.length })}
        </Button>
      )}
    </div>
  );
}

function isMoving(run: { status: string }): boolean {
  return run.status === "running";
}
