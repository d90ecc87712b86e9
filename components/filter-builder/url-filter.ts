"use client";

import { createParser, useQueryState } from "nuqs";
import type { Filter } from "@/server/filter/tree";
import { decodeFilter, encodeFilter } from "./codec";

type FromAddress = { filter: Filter } | { broken: true };

/** For nuqs. Text that is no filter is told apart from no text, so that a screen can say so. */
export const parseAsFilter = createParser<FromAddress>({
  parse(text) {
    const filter = decodeFilter(text);
    return filter ? { filter } : { broken: true };
  },
  serialize: (value) => ("filter" in value ? encodeFilter(value.filter) : ""),
  eq: (one, other) => JSON.stringify(one) === JSON.stringify(other),
});

/** The filter in the page's address. `broken`: the address holds something else in its place; there is no filter then. */
export function useUrlFilter(name = "filter") {
  const [state, setState] = useQueryState(name, parseAsFilter);
  return {
    filter: state && "filter" in state ? state.filter : null,
    broken: state !== null && "broken" in state,
    setFilter: (filter: Filter | null) => setState(filter && { filter }),
  };
}
