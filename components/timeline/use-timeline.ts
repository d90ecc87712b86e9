"use client";

import { type ApiOutput, useTRPC, useTRPCClient } from "@/components/api/trpc";
import { usePages } from "@/components/api/use-pages";
import type { TimelineKind } from "@/server/crm/timeline/contract";

type Cursor = ApiOutput["records"]["timeline"]["nextCursor"];
type Query = { recordId: string; kind?: TimelineKind | undefined; field?: string | undefined };

/** A record's history page by page. */
export function useTimeline(query: Query) {
  const trpc = useTRPC();
  const api = useTRPCClient();
  return usePages({
    queryKey: trpc.records.timeline.infiniteQueryKey(query),
    read: (cursor: Cursor, signal) => api.records.timeline.query({ ...query, cursor }, { signal }),
    first: null,
  });
}
