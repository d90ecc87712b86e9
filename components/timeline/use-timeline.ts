"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { type ApiOutput, useTRPC, useTRPCClient } from "@/components/api/trpc";
import type { TimelineKind } from "@/server/crm/timeline/contract";

type Cursor = ApiOutput["records"]["timeline"]["nextCursor"];
type Query = { recordId: string; kind?: TimelineKind | undefined; field?: string | undefined };

/** A record's history page by page. Asked by hand: the client's own infinite query would add a direction. */
export function useTimeline(query: Query) {
  const trpc = useTRPC();
  const api = useTRPCClient();
  return useInfiniteQuery({
    queryKey: trpc.records.timeline.infiniteQueryKey(query),
    queryFn: ({ pageParam: cursor, signal }) => api.records.timeline.query({ ...query, cursor }, { signal }),
    initialPageParam: null as Cursor,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}
