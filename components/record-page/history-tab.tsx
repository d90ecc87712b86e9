"use client";

import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { requestIdOf } from "@/components/api/refusal";
import { useDirectory } from "@/components/deals/use-directory";
import { textOf } from "@/components/timeline/entry-data";
import { useFieldChanges } from "@/components/timeline/entry-text";
import { EntryActor } from "@/components/timeline/timeline-row";
import { useTimeline } from "@/components/timeline/use-timeline";
import { cn } from "@/components/ui/cn";
import { Combobox } from "@/components/ui/combobox";
import { ErrorState } from "@/components/ui/error-state";
import { LoadMore } from "@/components/ui/load-more";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useDates } from "@/components/workspace/dates";
import type { RecordData } from "@/server/crm/records/contract";
import type { TimelineEntry } from "@/server/crm/timeline/contract";
import { useFieldWords } from "./field-words";

type Subject = Pick<RecordData, "id" | "entity">;

/** What each field was and became, when, and by whom or which robot. */
export function HistoryTab({ record, currency }: { record: Subject; currency: string }) {
  const t = useTranslations("record.history");
  const [field, setField] = useState<string | null>(null);
  const words = useFieldWords(record.entity);
  const history = useTimeline({ recordId: record.id, kind: "changes", field: field ?? undefined });
  const entries = history.data?.pages.flatMap((page) => page.entries) ?? [];
  const computed = ["createdAt", "updatedAt", "stageEnteredAt", "closedAt", "outcome", "pipelineId"];
  return (
    <div className="flex flex-col gap-3">
      <Combobox
        clearable
        aria-label={t("field")}
        placeholder={t("all")}
        className="max-w-64"
        options={words.fields
          .filter((one) => one.type !== "formula" && !computed.includes(one.key))
          .map((one) => ({ value: one.key, label: words.label(one.key) }))}
        value={field}
        onValueChange={setField}
      />
      {history.isPending && <SkeletonRows rows={4} />}
      {history.isError && !history.data && (
        <ErrorState requestId={requestIdOf(history.error)} onRetry={() => void history.refetch()} />
      )}
      {history.data && entries.length === 0 && <p className="py-4 text-ink-muted">{t("nothing")}</p>}
      <ol
        aria-label={t("label")}
        aria-busy={history.isPlaceholderData}
        className={cn("flex flex-col", history.isPlaceholderData && "opacity-60")}
      >
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} record={record} currency={currency} only={field} />
        ))}
      </ol>
      {history.hasNextPage && (
        <LoadMore
          label={t("more")}
          pending={history.isFetchingNextPage}
          onMore={() => void history.fetchNextPage()}
        />
      )}
    </div>
  );
}

type EntryProps = { entry: TimelineEntry; record: Subject; currency: string; only: string | null };

function Entry({ entry, record, currency, only }: EntryProps) {
  const { moment } = useDates();
  const rows = useRows({ record, currency })(entry).filter((row) => only === null || row.key === only);
  return (
    <li className="border-b py-2 last:border-b-0">
      <dl className="flex flex-col gap-1">
        {rows.map((row) => (
          <div
            key={row.key}
            className="grid grid-cols-[9rem_1fr] items-baseline gap-2 max-md:grid-cols-1 max-md:gap-0"
          >
            <dt className="break-words text-ink-muted">{row.field}</dt>
            <dd className="flex min-w-0 flex-wrap items-baseline gap-x-1.5">
              {row.from !== null && (
                <>
                  <span className="break-words text-ink-muted">{row.from}</span>
                  <ArrowRight aria-hidden className="size-3 shrink-0 self-center text-ink-faint" />
                </>
              )}
              <span className="font-medium break-words">{row.to}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-1 flex items-center gap-1.5 text-sm text-ink-muted">
        <EntryActor actor={entry.actor} />
        <time dateTime={entry.occurredAt.toISOString()}>{moment(entry.occurredAt)}</time>
      </p>
    </li>
  );
}

type ChangeRow = { key: string; field: string; from: string | null; to: string };

// A move is a change of the stage; what happened to the record as a whole is a line of its own.
function useRows({ record, currency }: { record: Subject; currency: string }) {
  const t = useTranslations("record.history");
  const words = useFieldWords(record.entity);
  const { stage } = useDirectory();
  const changes = useFieldChanges({ entity: record.entity, currency });
  return (entry: TimelineEntry): ChangeRow[] => {
    const what = entry.name.split(".")[1] ?? "";
    if (what === "updated") return changes(entry);
    const nameOf = (id: unknown) => stage(textOf(id))?.name ?? t("goneStage");
    if (what === "stage_changed") {
      const { fromStageId, stageId } = entry.data;
      return [
        { key: "stageId", field: words.label("stageId"), from: nameOf(fromStageId), to: nameOf(stageId) },
      ];
    }
    const known = ["created", "deleted", "restored"].find((one) => one === what);
    const told = known ? t(known as "created") : t("other");
    return [{ key: what, field: t("record"), from: null, to: told }];
  };
}
