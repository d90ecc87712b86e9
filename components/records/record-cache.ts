import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { useTRPC } from "@/components/api/trpc";
import type { ListedRecord, ListPage } from "./use-record-pages";

type Api = ReturnType<typeof useTRPC>;
type Pages = InfiniteData<ListPage, string | null>;

/** Changes a record in every list that shows it. */
export function changeListed(
  client: QueryClient,
  trpc: Api,
  id: string,
  change: (record: ListedRecord) => ListedRecord,
  names: Record<string, string> = {},
): void {
  client.setQueriesData<Pages>({ queryKey: trpc.records.list.pathKey() }, (data) => {
    if (!data || !("pages" in data)) return data;
    if (!data.pages.some((page) => page.records.some((one) => one.id === id))) return data;
    const pages = data.pages.map((page) =>
      page.records.some((one) => one.id === id)
        ? {
            ...page,
            names: { ...page.names, ...names },
            records: page.records.map((one) => (one.id === id ? change(one) : one)),
          }
        : page,
    );
    return { ...data, pages };
  });
}

/** The newest version of a record that any list holds; null when none shows it. */
export function listedVersion(client: QueryClient, trpc: Api, id: string): number | null {
  const lists = client.getQueriesData<Pages>({ queryKey: trpc.records.list.pathKey() });
  const versions = lists.flatMap(([, data]) =>
    data && "pages" in data
      ? data.pages.flatMap((page) => page.records.filter((one) => one.id === id).map((one) => one.version))
      : [],
  );
  return versions.length > 0 ? Math.max(...versions) : null;
}
