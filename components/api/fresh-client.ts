import {
  type InvalidateOptions,
  type InvalidateQueryFilters,
  QueryClient,
  type QueryKey,
} from "@tanstack/react-query";

/**
 * A query client that loses no news. The library lets a first fetch that is under way stand for an invalidation that
 * comes meanwhile, although its answer may be older than the news: such a query is fetched once more when it has come.
 */
export class FreshQueryClient extends QueryClient {
  override invalidateQueries<Tagged extends QueryKey = QueryKey>(
    filters?: InvalidateQueryFilters<Tagged>,
    options?: InvalidateOptions,
  ): Promise<void> {
    const early = this.getQueryCache()
      .findAll(filters)
      .filter(({ state }) => state.data === undefined && state.fetchStatus === "fetching");
    for (const { promise, queryKey } of early) {
      const again = () => super.invalidateQueries({ queryKey, exact: true }, options);
      // A first fetch that failed shows so, with a way to try again.
      promise?.then(again, () => undefined);
    }
    return super.invalidateQueries(filters, options);
  }
}
