"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, ArrowRight, ListTree } from "lucide-react";
import { useTranslations } from "next-intl";
import { PageBody, PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { runsQuery } from "./api";
import { useRefreshing } from "./refresh";
import { RunFilters } from "./run-filters";
import { RunList, RunListSkeleton } from "./run-list";
import { StaleNote } from "./stale-note";
import { useRunFilters } from "./use-run-filters";

/** All runs, found by state, function, workspace, record or event. */
export function RunsScreen() {
  const t = useTranslations("ops.runs");
  const filters = useRunFilters();
  const runs = useQuery({ ...runsQuery(filters.query), ...useRefreshing() });
  return (
    <>
      <PageHeader title={t("title")}>
        <RunFilters filters={filters} />
      </PageHeader>
      <PageBody>
        <StaleNote show={runs.isError && runs.data !== undefined} />
        {runs.data ? (
          <>
            {runs.data.runs.length > 0 ? (
              <RunList
                runs={runs.data.runs}
                now={runs.data.now}
                label={t("title")}
                stale={runs.isPlaceholderData}
              />
            ) : (
              <NoRuns filters={filters} />
            )}
            <Turns filters={filters} next={runs.data.next} pending={runs.isPlaceholderData} />
          </>
        ) : runs.isError ? (
          <ErrorState onRetry={() => void runs.refetch()} />
        ) : (
          <RunListSkeleton />
        )}
      </PageBody>
    </>
  );
}

type Filters = ReturnType<typeof useRunFilters>;

function NoRuns({ filters }: { filters: Filters }) {
  const t = useTranslations("ops.runs");
  if (filters.filtered === 0)
    return <EmptyState icon={<ListTree />} title={t("empty")} text={t("emptyText")} />;
  return (
    <EmptyState
      icon={<ListTree />}
      title={t("nothing")}
      text={t("nothingText")}
      action={<Button onClick={filters.reset}>{t("showAll")}</Button>}
    />
  );
}

type TurnsProps = { filters: Filters; next: string | null; pending: boolean };

function Turns({ filters, next, pending }: TurnsProps) {
  const t = useTranslations("ops.runs");
  if (!next && !filters.query.before) return null;
  return (
    <nav aria-label={t("pages")} className="mt-3 flex justify-between gap-2">
      <Button variant="ghost" disabled={!filters.query.before} onClick={() => filters.turn(null)}>
        <ArrowLeft />
        {t("newest")}
      </Button>
      <Button variant="ghost" disabled={!next || pending} onClick={() => filters.turn(next)}>
        {t("older")}
        <ArrowRight />
      </Button>
    </nav>
  );
}
