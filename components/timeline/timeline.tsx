"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { CommentForm } from "./comment-form";
import { TimelineRow } from "./timeline-row";

/** What has happened to a deal, the newest first, and the place to add a word. */
export function Timeline({ dealId }: { dealId: string }) {
  const t = useTranslations("deal.timeline");
  const trpc = useTRPC();
  const history = useInfiniteQuery(
    trpc.deals.timeline.infiniteQueryOptions({ dealId }, { getNextPageParam: (page) => page.nextCursor }),
  );
  const entries = history.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <div className="flex flex-col gap-4">
      <CommentForm dealId={dealId} />
      {history.isPending && <SkeletonRows rows={4} />}
      {history.isError && !history.data && <ErrorState onRetry={() => void history.refetch()} />}
      <ol aria-label={t("label")} className="flex flex-col">
        {entries.map((entry) => (
          <TimelineRow key={entry.id} entry={entry} />
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
