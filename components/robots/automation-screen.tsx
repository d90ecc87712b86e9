"use client";

import { useQueries } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryState } from "nuqs";
import { useTRPC } from "@/components/api/trpc";
import { usePipelines } from "@/components/pipelines/use-pipelines";
import { PageBody, PageHeader } from "@/components/shell/page-header";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { AboutRobots } from "./about-robots";
import { PipelineRobots } from "./pipeline-robots";
import { RobotsSheet } from "./robots-sheet";

/** Every pipeline's stages with their robots; a stage in the address opens its robots. */
export function AutomationScreen() {
  const t = useTranslations("robots.overview");
  const [stageId, openStage] = useQueryState("stage");
  const trpc = useTRPC();
  const { pipelines, error, retry } = usePipelines();
  const robots = useQueries({
    queries: (pipelines ?? []).map(({ id }) => trpc.automation.robots.queryOptions({ pipelineId: id })),
  });
  const loaded = pipelines !== undefined && robots.every((query) => query.data);
  const failed = error ?? robots.find((query) => query.error)?.error;
  const retryAll = () => Promise.all([retry(), ...robots.map((query) => query.refetch())]);
  const none = loaded && robots.every((query) => query.data?.length === 0);
  const opened = pipelines?.flatMap(({ stages }) => stages).find((stage) => stage.id === stageId);
  return (
    <>
      <PageHeader title={t("title")} />
      <PageBody>
        {loaded ? (
          <div className="flex max-w-4xl flex-col gap-6">
            {none && <AboutRobots />}
            {pipelines.map((pipeline, index) => (
              <PipelineRobots
                key={pipeline.id}
                pipeline={pipeline}
                robots={robots[index]?.data ?? []}
                onOpen={(id) => void openStage(id)}
              />
            ))}
          </div>
        ) : failed ? (
          <ErrorState onRetry={() => void retryAll()} />
        ) : (
          <OverviewSkeleton />
        )}
      </PageBody>
      {opened && (
        <RobotsSheet
          key={opened.id}
          stageId={opened.id}
          stageName={opened.name}
          pipelineId={opened.pipelineId}
          open
          onOpenChange={(open) => !open && void openStage(null)}
        />
      )}
    </>
  );
}

function OverviewSkeleton() {
  return (
    <div className="flex max-w-4xl flex-col gap-2">
      <Skeleton className="mb-2 h-6 w-48" />
      {Array.from({ length: 6 }, (_, index) => (
        <Skeleton key={index} className="h-12" />
      ))}
    </div>
  );
}
