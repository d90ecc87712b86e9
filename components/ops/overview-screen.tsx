"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { PageBody, PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Link } from "@/components/ui/link";
import { Skeleton } from "@/components/ui/skeleton";
import type { Overview, RunView } from "@/server/operations/contract";
import { overviewQuery } from "./api";
import { HealthNote } from "./health-note";
import { Numbers } from "./numbers";
import { useRefreshing } from "./refresh";
import { RunList, RunListSkeleton } from "./run-list";
import { StaleNote } from "./stale-note";
import { StateBars } from "./state-bars";

/** How the installation's work goes, and what needs a look. */
export function OverviewScreen() {
  const t = useTranslations("ops.overview");
  const overview = useQuery({ ...overviewQuery(), ...useRefreshing() });
  return (
    <>
      <PageHeader title={t("title")} />
      <PageBody>
        <StaleNote show={overview.isError && overview.data !== undefined} />
        {overview.data ? (
          <Content overview={overview.data} />
        ) : overview.isError ? (
          <ErrorState onRetry={() => void overview.refetch()} />
        ) : (
          <Loading />
        )}
      </PageBody>
    </>
  );
}

function Content({ overview }: { overview: Overview }) {
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-3">
        <HealthNote overview={overview} />
        <Numbers overview={overview} />
      </div>
      <StateBars states={overview.states} />
      <Section of="failed" runs={overview.failed} now={overview.now} />
      <Section of="retrying" runs={overview.retrying} now={overview.now} />
    </div>
  );
}

type SectionProps = { of: "failed" | "retrying"; runs: RunView[]; now: Date };

function Section({ of, runs, now }: SectionProps) {
  const t = useTranslations(`ops.overview.${of}`);
  return (
    <section aria-labelledby={`ops-${of}`}>
      <div className="flex items-center gap-3">
        <h2 id={`ops-${of}`} className="min-w-0 flex-1 text-lg font-semibold">
          {t("title")}
        </h2>
        {runs.length > 0 && (
          <Button asChild variant="ghost" size="sm">
            <Link href={`/ops/runs?state=${of}`}>{t("all")}</Link>
          </Button>
        )}
      </div>
      <p className="mb-2 text-ink-muted">{runs.length > 0 ? t("text") : t("none")}</p>
      {runs.length > 0 && <RunList runs={runs} now={now} label={t("title")} />}
    </section>
  );
}

function Loading() {
  return (
    <div className="flex flex-col gap-6">
      <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
        {[1, 2, 3, 4].map((tile) => (
          <Skeleton key={tile} className="h-24" />
        ))}
      </div>
      <RunListSkeleton rows={5} />
    </div>
  );
}
