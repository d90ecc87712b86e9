"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { requestIdOf } from "@/components/api/refusal";
import { cn } from "@/components/ui/cn";
import { ErrorState } from "@/components/ui/error-state";
import { LoadMore } from "@/components/ui/load-more";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { RecordData } from "@/server/crm/records/contract";
import type { TimelineEntry, TimelineKind } from "@/server/crm/timeline/contract";
import { type EntryText, useEntryText } from "./entry-text";
import { KindFilter } from "./kind-filter";
import { EditComment, useIsMine } from "./own-comment";
import { RemoveComment } from "./remove-comment";
import { TimelineRow } from "./timeline-row";
import { useTimeline } from "./use-timeline";

type TimelineProps = {
  record: Pick<RecordData, "id" | "entity">;
  /** What amounts of the record are counted in. */
  currency: string;
  /** Above the entries: what adds to them. */
  children?: ReactNode;
};

/** What has happened to a record, the newest first. */
export function Timeline({ record, currency, children }: TimelineProps) {
  const t = useTranslations("deal.timeline");
  const [kind, setKind] = useState<TimelineKind | null>(null);
  const history = useTimeline({ recordId: record.id, kind: kind ?? undefined });
  const textOf = useEntryText({ entity: record.entity, currency });
  const entries = history.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <div className="flex flex-col gap-3">
      {children}
      <KindFilter entity={record.entity} value={kind} onChange={setKind} />
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
          <Entry key={entry.id} recordId={record.id} entry={entry} text={textOf(entry)} />
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

function Entry({ recordId, entry, text }: { recordId: string; entry: TimelineEntry; text: EntryText }) {
  const t = useTranslations("deal.comment");
  const isMine = useIsMine();
  const [editing, setEditing] = useState(false);
  if (!isMine(entry)) return <TimelineRow entry={entry} text={text} />;
  return (
    <TimelineRow
      entry={entry}
      text={text}
      editor={editing && <EditComment recordId={recordId} entry={entry} onDone={() => setEditing(false)} />}
      actions={
        !editing && (
          <>
            <button
              type="button"
              onClick={() => setEditing(true)}
              className="underline-offset-2 hover:underline"
            >
              {t("edit")}
            </button>
            <RemoveComment entry={entry} />
          </>
        )
      }
    />
  );
}
