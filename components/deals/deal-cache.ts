import type { QueryClient } from "@tanstack/react-query";
import type { ApiOutput, useTRPC } from "@/components/api/trpc";
import type { BoardColumn, DealCard } from "@/server/crm/deals/contract";
import { findCard } from "./board-state";

type Api = ReturnType<typeof useTRPC>;
type ListPages = { pages: ApiOutput["deals"]["list"][] };

/** The newest version of a deal that any cache holds; null when none does, or when one of them lags behind. */
export function knownVersion(client: QueryClient, trpc: Api, dealId: string): number | null {
  const boards = client.getQueriesData<BoardColumn[]>(trpc.deals.board.pathFilter());
  const lists = client.getQueriesData<ListPages>(trpc.deals.list.pathFilter());
  const versions = [
    client.getQueryData<DealCard>(trpc.deals.get.queryKey({ dealId }))?.version,
    ...boards.map(([, columns]) => (columns ? findCard(columns, dealId)?.version : undefined)),
    ...lists.map(([, data]) => listed(data, dealId)?.version),
  ].filter((version) => version !== undefined);
  return versions.length > 0 ? Math.min(...versions) : null;
}

function listed(data: ListPages | undefined, dealId: string): DealCard | undefined {
  return data?.pages?.flatMap((page) => page.deals).find((deal) => deal.id === dealId);
}

/** Changes every board in the cache, whatever it is filtered by. */
export function changeBoards(
  client: QueryClient,
  trpc: Api,
  change: (columns: BoardColumn[]) => BoardColumn[],
) {
  client.setQueriesData<BoardColumn[]>(
    trpc.deals.board.pathFilter(),
    (columns) => columns && change(columns),
  );
}

/** Changes one deal wherever it is shown by itself or in a list. */
export function changeDeal(
  client: QueryClient,
  trpc: Api,
  dealId: string,
  change: (deal: DealCard) => DealCard,
) {
  client.setQueryData<DealCard>(trpc.deals.get.queryKey({ dealId }), (deal) => deal && change(deal));
  client.setQueriesData<ListPages>(
    trpc.deals.list.pathFilter(),
    (data) =>
      data?.pages && {
        ...data,
        pages: data.pages.map((page) => ({
          ...page,
          deals: page.deals.map((deal) => (deal.id === dealId ? change(deal) : deal)),
        })),
      },
  );
}

export type Snapshot = [readonly unknown[], unknown][];

/** Everything deals are shown from, to roll back to. */
export function snapshot(client: QueryClient, trpc: Api, dealId: string): Snapshot {
  return [
    ...client.getQueriesData(trpc.deals.board.pathFilter()),
    ...client.getQueriesData(trpc.deals.list.pathFilter()),
    ...client.getQueriesData(trpc.deals.get.queryFilter({ dealId })),
  ];
}

/** Back to a snapshot. */
export function restore(client: QueryClient, saved: Snapshot) {
  for (const [key, data] of saved) client.setQueryData(key, data);
}
