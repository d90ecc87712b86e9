"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ApiOutput, useTRPC, useTRPCClient } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { CommentForm } from "./comment-form";
import { TimelineRow } from "./timeline-row";

type TimelineProps = {
  dealId: string;
  /** What amounts of the deal are counted in. */
  currency: string;
};

/** What has happened to a deal, the newest first, and the place to add a word. */
export function Timeline({ dealId, currency }: TimelineProps) {
  const t = useTranslations("deal.timeline");
  const history = useTimeline(dealId);
  const entries = history.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <div className="flex flex-col gap-4">
      <CommentForm dealId={dealId} />
      {history.isPending && <SkeletonRows rows={4} />}
      {history.isError && !history.data && <ErrorState onRetry={() => void history.refetch()} />}
      <ol aria-label={t("label")} className="flex flex-col">
        {entries.map((entry) => (
          <TimelineRow key={entry.id} entry={entry} currency={currency} />
        ))}
      </ol>
      {history.hasNextPage && (
        <Button
          className="self-center"
          pending={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {t("more")}
        </Button>
      )}
    </div>
  );
}

type Cursor = ApiOutput["deals"]["timeline"]["nextCursor"];

// Asked by hand: the client's own infinite query would add a direction to the question.
function useTimeline(dealId: string) {
  const trpc = useTRPC();
  const api = useTRPCClient();
  return useInfiniteQuery({
    queryKey: trpc.deals.timeline.infiniteQueryKey({ dealId }),
    queryFn: ({ pageParam: cursor, signal }) => api.deals.timeline.query({ dealId, cursor }, { signal }),
    initialPageParam: null as Cursor,
    getNextPageParam: (page) => page.nextCursor,
  });
}
