"use client";

import { useQueries } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryState } from "nuqs";
import { useTRPC } from "@/components/api/trpc";
import { usePipelines } from "@/components/pipelines/use-pipelines";
import { PageBody, PageHeader } from "@/components/shell/page-header";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { useMay } from "@/components/workspace/workspace";
import type { Pipeline } from "@/server/pipelines/contract";
import { AboutRobots } from "./about-robots";
import { PlacesRobots } from "./places-robots";
import { placeOfStage } from "./robot-place";
import { RobotsSheet } from "./robots-sheet";
import { useStatusPlaces } from "./status-places";

/** Every pipeline's stages and the statuses of invoices with their robots; one in the address opens its robots. */
export function AutomationScreen() {
  const t = useTranslations("robots.overview");
  const [opened, open] = useQueryState("stage");
  const trpc = useTRPC();
  const { pipelines, error, retry } = usePipelines();
  const groups = useGroups(pipelines ?? []);
  const robots = useQueries({ queries: groups.map(({ of }) => trpc.automation.robots.queryOptions(of)) });
  const loaded = pipelines !== undefined && robots.every((query) => query.data);
  const failed = error ?? robots.find((query) => query.error)?.error;
  const retryAll = () => Promise.all([retry(), ...robots.map((query) => query.refetch())]);
  const none = loaded && robots.every((query) => query.data?.length === 0);
  const place = groups.flatMap(({ places }) => places).find((one) => one.place === opened);
  return (
    <>
      <PageHeader title={t("title")} />
      <PageBody>
        {loaded ? (
          <div className="flex max-w-4xl flex-col gap-6">
            {none && <AboutRobots />}
            {groups.map(({ id, title, places }, index) => (
              <PlacesRobots
                key={id}
                title={title}
                places={places}
                robots={robots[index]?.data ?? []}
                onOpen={(at) => void open(at)}
              />
            ))}
          </div>
        ) : failed ? (
          <ErrorState onRetry={() => void retryAll()} />
        ) : (
          <OverviewSkeleton />
        )}
      </PageBody>
      {place && (
        <RobotsSheet
          key={place.place}
          place={place}
          open
          onOpenChange={(stays) => !stays && void open(null)}
        />
      )}
    </>
  );
}

function useGroups(pipelines: readonly Pipeline[]) {
  const t = useTranslations("invoices");
  const may = useMay();
  const statuses = useStatusPlaces();
  const staged = pipelines.map(({ id, name, stages }) => ({
    ...{ id, title: name, of: { pipelineId: id } },
    places: stages.map((stage) => ({ ...placeOfStage(stage), colour: stage.colour })),
  }));
  const invoices = { id: "invoice", title: t("title"), of: { entity: "invoice" as const }, places: statuses };
  return may("invoice.view") ? [...staged, invoices] : staged;
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
