import { useMemo } from "react";
import { type ApiOutput, useTRPC, useTRPCClient } from "@/components/api/trpc";
import { usePages } from "@/components/api/use-pages";
import type { Entity } from "@/server/fields/contract";
import type { Filter } from "@/server/filter/tree";
import type { ViewSort } from "@/server/views/contract";

export type ListPage = ApiOutput["records"]["list"];
export type ListedRecord = ListPage["records"][number];

export type ListQuery = {
  entity: Entity;
  filter: Filter | null;
  search: string;
  sort: ViewSort;
  /** Keys of the fields to read. */
  columns: string[];
};

/** The pages of a list as far as they were scrolled to; the first one says how many there are in all. */
export function useRecordPages(list: ListQuery, { enabled = true, limit = 60 } = {}) {
  const trpc = useTRPC();
  const api = useTRPCClient();
  const query = {
    entity: list.entity,
    sort: list.sort,
    columns: list.columns,
    limit,
    ...(list.filter && { filter: list.filter }),
    ...(list.search.trim() && { search: list.search.trim() }),
  };
  const pages = usePages({
    queryKey: trpc.records.list.infiniteQueryKey(query),
    read: (cursor: string | null, signal) =>
      api.records.list.query({ ...query, cursor, count: cursor === null }, { signal }),
    first: null,
    enabled,
  });
  const records = useMemo(() => pages.data?.pages.flatMap((page) => page.records) ?? [], [pages.data]);
  const names = useMemo(
    () => Object.assign({}, ...(pages.data?.pages.map((page) => page.names) ?? [])) as Record<string, string>,
    [pages.data],
  );
  return { pages, records, names, total: pages.data?.pages[0]?.total ?? null };
}
