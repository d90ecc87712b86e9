"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Skeleton } from "@/components/ui/skeleton";
import type { RunView } from "@/server/operations/contract";
import { RunRow } from "./run-row";

type RunListProps = {
  runs: readonly RunView[];
  now: Date;
  label: string;
  /** Dims the list while another page loads. */
  stale?: boolean;
};

/** Runs one below the other; columns on a desktop, cards on a phone. */
export function RunList({ runs, now, label, stale }: RunListProps) {
  return (
    <ul
      aria-label={label}
      aria-busy={stale}
      className={cn(
        "overflow-hidden rounded-lg bg-surface shadow-low transition-opacity",
        stale && "opacity-60",
      )}
    >
      <RunListHead />
      {runs.map((run) => (
        <RunRow key={run.id} run={run} now={now} />
      ))}
    </ul>
  );
}

function RunListHead() {
  const t = useTranslations("ops.column");
  return (
    <li
      aria-hidden
      className="grid grid-cols-[8.5rem_minmax(0,1fr)_minmax(0,11rem)_8.5rem_6.5rem] gap-x-3 border-b px-3 py-1.5 text-sm font-medium text-ink-muted max-md:hidden"
    >
      <span>{t("state")}</span>
      <span>{t("function")}</span>
      <span>{t("organization")}</span>
      <span>{t("created")}</span>
      <span className="text-right">{t("took")}</span>
    </li>
  );
}

/** The shape of a list to come. */
export function RunListSkeleton({ rows = 8 }: { rows?: number }) {
  return (
    <div className="rounded-lg bg-surface shadow-low">
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="flex h-12 items-center gap-4 border-b px-3 last:border-b-0">
          <Skeleton className="w-24" />
          <Skeleton className="flex-1" style={{ maxWidth: `${60 - ((index * 13) % 35)}%` }} />
          <Skeleton className="ml-auto w-20" />
        </div>
      ))}
    </div>
  );
}
