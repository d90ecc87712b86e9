"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { requestIdOf } from "@/components/api/refusal";
import { type ApiOutput, useTRPC, useTRPCClient } from "@/components/api/trpc";
import { cn } from "@/components/ui/cn";
import { ErrorState } from "@/components/ui/error-state";
import { LoadMore } from "@/components/ui/load-more";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { TimelineKind } from "@/server/crm/timeline/contract";
import { CommentForm } from "./comment-form";
import { useEntryText } from "./entry-text";
import { KindFilter } from "./kind-filter";
import { RemoveComment } from "./remove-comment";
import { TimelineRow } from "./timeline-row";

type TimelineProps = {
  dealId: string;
  /** What amounts of the deal are counted in. */
  currency: string;
};

/** What has happened to a deal, the newest first, and the place to add a word. */
export function Timeline({ dealId, currency }: TimelineProps) {
  const t = useTranslations("deal.timeline");
  const [kind, setKind] = useState<TimelineKind | null>(null);
  const history = useTimeline(dealId, kind);
  const textOf = useEntryText(currency);
  const entries = history.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <div className="flex flex-col gap-3">
      <CommentForm dealId={dealId} />
      <KindFilter value={kind} onChange={setKind} />
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
          <TimelineRow
            key={entry.id}
            entry={entry}
            text={textOf(entry)}
            actions={<RemoveComment entry={entry} />}
          />
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

type Cursor = ApiOutput["deals"]["timeline"]["nextCursor"];

// Asked by hand: the client's own infinite query would add a direction to the question.
function useTimeline(dealId: string, kind: TimelineKind | null) {
  const trpc = useTRPC();
  const api = useTRPCClient();
  const query = { dealId, kind: kind ?? undefined };
  return useInfiniteQuery({
    queryKey: trpc.deals.timeline.infiniteQueryKey(query),
    queryFn: ({ pageParam: cursor, signal }) => api.deals.timeline.query({ ...query, cursor }, { signal }),
    initialPageParam: null as Cursor,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}
