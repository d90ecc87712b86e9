"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { type RunQuery, runFilters } from "@/server/operations/contract";

const parsers = {
  state: parseAsStringLiteral(runFilters),
  function: parseAsString,
  organization: parseAsString,
  record: parseAsString,
  event: parseAsString,
  before: parseAsString,
};

type Filters = Omit<RunQuery, "before">;
type Changes = { [key in keyof Filters]: NonNullable<Filters[key]> | null };

/** What the list of runs shows, kept in the address. Another filter begins at the newest run again. */
export function useRunFilters() {
  const [values, set] = useQueryStates(parsers, { history: "push" });
  const query: RunQuery = Object.fromEntries(Object.entries(values).filter(([, value]) => value));
  return {
    query,
    filtered: Object.keys(query).filter((key) => key !== "before").length,
    change: (changes: Partial<Changes>) => void set({ ...changes, before: null }),
    turn: (before: string | null) => void set({ before }),
    reset: () => void set(null),
  };
}
