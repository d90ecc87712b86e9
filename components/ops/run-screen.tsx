"use client";

import { useQuery } from "@tanstack/react-query";
import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { PageBody, PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Link } from "@/components/ui/link";
import { Skeleton } from "@/components/ui/skeleton";
import type { RunDetailsView } from "@/server/operations/contract";
import { isGone, runQuery } from "./api";
import { useFunctionName } from "./function-name";
import { JsonBlock } from "./json-block";
import { Panel } from "./panel";
import { PhaseBadge } from "./phase-badge";
import { useRefreshing } from "./refresh";
import { RunActions } from "./run-actions";
import { RunFacts } from "./run-facts";
import { Situation } from "./situation";
import { StaleNote } from "./stale-note";
import { StepItem } from "./step-item";
import { useTimes } from "./times";

/** One run: where it stands, every step it took, what set it going, and what can be done. */
export function RunScreen({ id }: { id: string }) {
  const t = useTranslations("ops");
  const functionName = useFunctionName();
  const { data: run, error, isError, refetch } = useQuery({ ...runQuery(id), ...useRefreshing() });
  const crumbs = [{ label: t("runs.title"), href: "/ops/runs" }, { label: t("run.crumb") }];
  return (
    <>
      <PageHeader
        title={
          <span className="whitespace-normal">{run ? functionName(run.functionId) : t("run.crumb")}</span>
        }
        crumbs={crumbs}
        // A phone has no room beside the title, and the first line under it says the same.
        aside={
          run && (
            <span className="max-sm:hidden">
              <PhaseBadge phase={run.phase} />
            </span>
          )
        }
        actions={run && <RunActions run={run} />}
      />
      <PageBody>
        <StaleNote show={isError && run !== undefined} />
        {run ? (
          <Content run={run} />
        ) : isGone(error) ? (
          <Gone />
        ) : isError ? (
          <ErrorState onRetry={() => void refetch()} />
        ) : (
          <Loading />
        )}
      </PageBody>
    </>
  );
}

function Content({ run }: { run: RunDetailsView }) {
  const t = useTranslations("ops.run");
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="flex min-w-0 flex-col gap-4">
        <Situation run={run} />
        <Panel title={t("steps")}>
          {run.steps.length > 0 ? (
            <ol>
              {run.steps.map((step) => (
                <StepItem key={step.id} step={step} now={run.now} />
              ))}
            </ol>
          ) : (
            <p className="text-ink-muted">{t("noSteps")}</p>
          )}
        </Panel>
        {run.output && (
          <Panel title={t("output")}>
            <JsonBlock value={run.output} label={t("output")} />
          </Panel>
        )}
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <Panel title={t("facts")}>
          <RunFacts run={run} />
        </Panel>
        <EventCard run={run} />
      </div>
    </div>
  );
}

function EventCard({ run: { event } }: { run: RunDetailsView }) {
  const t = useTranslations("ops.run");
  const times = useTimes();
  return (
    <Panel
      title={t("event")}
      text={event.name}
      actions={
        <Button asChild variant="ghost" size="sm">
          <Link href={`/ops/runs?event=${encodeURIComponent(event.id)}`}>{t("sameEvent")}</Link>
        </Button>
      }
    >
      <p className="tabular mb-2 text-sm break-all text-ink-muted">
        {event.at && <span className="mr-3">{times.moment(event.at)}</span>}
        {event.id}
      </p>
      <JsonBlock value={event.data} label={t("event")} />
    </Panel>
  );
}

function Gone() {
  const t = useTranslations("ops.run");
  return (
    <EmptyState
      icon={<SearchX />}
      title={t("gone")}
      text={t("goneText")}
      action={
        <Button asChild>
          <Link href="/ops/runs">{t("toRuns")}</Link>
        </Button>
      }
    />
  );
}

function Loading() {
  return (
    <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <Skeleton className="h-64" />
      <Skeleton className="h-48" />
    </div>
  );
}
