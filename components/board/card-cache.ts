import type { QueryClient } from "@tanstack/react-query";
import type { BoardColumn } from "@/server/crm/staged/contract";
import { findCard } from "./board-state";
import type { CardsApi, ShownCard } from "./cards-api";

// Lists answer their cards under either name.
type Page<Card> = { deals: Card[] } | { cards: Card[] };
type ListPages<Card> = { pages?: Page<Card>[] };

/** The newest version of a card that any cache holds; null when none does, or when one of them lags behind. */
export function knownVersion<Card extends ShownCard>(
  client: QueryClient,
  api: CardsApi<Card>,
  id: string,
): number | null {
  const boards = client.getQueriesData<BoardColumn<Card>[]>({ queryKey: api.keys.boards });
  const lists = client.getQueriesData<ListPages<Card>>({ queryKey: api.keys.lists });
  const versions = [
    client.getQueryData<Card>(api.cardKey(id))?.version,
    ...boards.map(([, columns]) => (columns ? findCard(columns, id)?.version : undefined)),
    ...lists.map(([, data]) => listed(data, id)?.version),
  ].filter((version) => version !== undefined);
  return versions.length > 0 ? Math.min(...versions) : null;
}

function listed<Card extends ShownCard>(data: ListPages<Card> | undefined, id: string): Card | undefined {
  return data?.pages?.flatMap(cardsOf).find((card) => card.id === id);
}

function cardsOf<Card>(page: Page<Card>): Card[] {
  return "deals" in page ? page.deals : page.cards;
}

/** A card that some board has loaded. */
export function cardOnBoards<Card extends ShownCard>(
  client: QueryClient,
  api: CardsApi<Card>,
  id: string,
): Card | undefined {
  for (const [, columns] of client.getQueriesData<BoardColumn<Card>[]>({ queryKey: api.keys.boards })) {
    const card = columns && findCard(columns, id);
    if (card) return card;
  }
  return undefined;
}

/** Changes every board in the cache, whatever it is filtered by. */
export function changeBoards<Card extends ShownCard>(
  client: QueryClient,
  api: CardsApi<Card>,
  change: (columns: BoardColumn<Card>[]) => BoardColumn<Card>[],
) {
  client.setQueriesData<BoardColumn<Card>[]>(
    { queryKey: api.keys.boards },
    (columns) => columns && change(columns),
  );
}

/**
 * Fetches boards with a filter again: it may ask for what has just changed, and only the server knows what is left. Others
 * show the change already.
 */
export function refreshFiltered<Card extends ShownCard>(client: QueryClient, api: CardsApi<Card>) {
  void client.invalidateQueries({
    queryKey: api.keys.boards,
    predicate: ({ queryKey }) => JSON.stringify(queryKey).includes('"filter":'),
  });
}

/** Changes one card wherever it is shown by itself or in a list. */
export function changeCard<Card extends ShownCard>(
  client: QueryClient,
  api: CardsApi<Card>,
  id: string,
  change: (card: Card) => Card,
) {
  const changed = (cards: Card[]) => cards.map((card) => (card.id === id ? change(card) : card));
  client.setQueryData<Card>(api.cardKey(id), (card) => card && change(card));
  client.setQueriesData<ListPages<Card>>(
    { queryKey: api.keys.lists },
    (data) =>
      data?.pages && {
        ...data,
        pages: data.pages.map((page) =>
          "deals" in page ? { ...page, deals: changed(page.deals) } : { ...page, cards: changed(page.cards) },
        ),
      },
  );
}

export type Snapshot = [readonly unknown[], unknown][];

/** Everything a card is shown from, to roll back to. */
export function snapshot<Card extends ShownCard>(
  client: QueryClient,
  api: CardsApi<Card>,
  id: string,
): Snapshot {
  return [
    ...client.getQueriesData({ queryKey: api.keys.boards }),
    ...client.getQueriesData({ queryKey: api.keys.lists }),
    ...client.getQueriesData({ queryKey: api.cardKey(id) }),
  ];
}

/** Back to a snapshot. */
export function restore(client: QueryClient, saved: Snapshot) {
  for (const [key, data] of saved) client.setQueryData(key, data);
}
