"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { useMay } from "@/components/workspace/workspace";
import type { Entity } from "@/server/fields/contract";
import { isStaged } from "@/server/platform/permissions";
import { type BulkActionInfo, bulkActions } from "./bulk-actions";
import { CancelJob } from "./cancel-job";
import { countOf, nothing, type Selection } from "./selection";
import { useBulk, useRunningJobs } from "./use-bulk";
import type { ListQuery } from "./use-record-pages";

type BulkBarProps = {
  entity: Entity;
  selection: Selection;
  onSelect: (selection: Selection) => void;
  /** How many are loaded, and how many there are in all. */
  loaded: number;
  total: number | null;
  query: ListQuery;
};

/** What can be done to the selected records; stands over the foot of the list while some are selected. */
export function BulkBar({ entity, selection, onSelect, loaded, total, query }: BulkBarProps) {
  const t = useTranslations("records.bulk");
  const may = useMay();
  const [asked, setAsked] = useState<BulkActionInfo | null>(null);
  const { start, pending } = useBulk();
  const count = countOf(selection, total);
  useEffect(() => {
    document.documentElement.toggleAttribute("data-bulk-bar", count > 0);
    return () => document.documentElement.removeAttribute("data-bulk-bar");
  }, [count]);
  if (count === 0) return null;
  const target = selection.all
    ? {
        all: {
          ...(query.filter && { filter: query.filter }),
          ...(query.search.trim() && { search: query.search.trim() }),
        },
      }
    : { ids: [...selection.ids] };
  const more = !selection.all && total !== null && total > loaded && selection.ids.size >= loaded;
  return (
    <section
      aria-label={t("label")}
      className="absolute inset-x-0 bottom-4 z-30 mx-auto flex w-fit max-w-[calc(100%-1rem)] flex-wrap items-center gap-1 rounded-lg bg-raised py-1.5 pr-1.5 pl-3 shadow-high"
    >
      <span className="mr-2 font-medium" aria-live="polite">
        {t("selected", { count })}
      </span>
      {more && (
        <Button size="sm" variant="link" onClick={() => onSelect({ ...selection, all: true })}>
          {t("selectAll", { count: total })}
        </Button>
      )}
      {bulkActions
        .filter(({ operation }) =>
          operation === "move" ? isStaged(entity) && may(`${entity}.move`) : may(`${entity}.${operation}`),
        )
        .map((action) => (
          <Button
            key={action.id}
            size="sm"
            variant="ghost"
            className={action.danger ? "text-danger-text hover:text-danger-text" : "text-ink"}
            onClick={() => setAsked(action)}
          >
            {action.icon}
            <span className="max-md:sr-only">{t(`action.${action.id}`)}</span>
          </Button>
        ))}
      <Button size="icon-sm" variant="ghost" aria-label={t("clear")} onClick={() => onSelect(nothing)}>
        <X />
      </Button>
      {asked && (
        <asked.Dialog
          entity={entity}
          count={count}
          pending={pending}
          start={async (action) => {
            const begun = await start({ entity, target, action });
            if (begun) onSelect(nothing);
            return begun;
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}

/** The jobs that go on behind the page: how far they are, and a way to stop them. */
export function BulkProgress() {
  const t = useTranslations("records.bulk");
  const { tell } = useBulk();
  const jobs = useRunningJobs(tell);
  if (jobs.length === 0) return null;
  return (
    <ul aria-label={t("running")} className="mb-2 flex flex-col gap-2">
      {jobs.map((job) => {
        const back = job.state === "undoing";
        const [at, of] = back ? [job.undone + job.kept, job.done] : [job.done + job.refused, job.total];
        return (
          <li key={job.id} className="flex items-center gap-3 rounded-md bg-accent-soft px-3 py-2">
            <span className="shrink-0">{t(back ? "undoing" : "working", { at, of })}</span>
            <Progress value={at} max={of} label={t(back ? "undoing" : "working", { at, of })} />
            {!back && <CancelJob jobId={job.id} onEnd={tell} />}
          </li>
        );
      })}
    </ul>
  );
}
