"use client";

import { keepPreviousData, type QueryKey, useInfiniteQuery } from "@tanstack/react-query";

type PagesOf<Page, Cursor> = {
  /** Begins as the procedure's other keys do, so that all of them are made stale at once. */
  queryKey: QueryKey;
  read: (cursor: Cursor, signal: AbortSignal) => Promise<Page>;
  first: Cursor;
  enabled?: boolean;
};

/**
 * A list page by page; what is shown stays until another query's first page has come. Every page is asked for by the
 * ordinary call: the client's own infinite queries add a `direction`, which strict contracts refuse, or take for theirs.
 */
export function usePages<Cursor, Page extends { nextCursor: Cursor | null | undefined }>({
  queryKey,
  read,
  first,
  enabled = true,
}: PagesOf<Page, Cursor>) {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => read(pageParam as Cursor, signal),
    initialPageParam: first,
    getNextPageParam: ({ nextCursor }: Page) => nextCursor,
    placeholderData: keepPreviousData,
    enabled,
  });
}
