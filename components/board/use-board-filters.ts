"use client";

import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryState, useQueryStates } from "nuqs";
import type { StagedEntity } from "@/server/platform/permissions";

const parsers = {
  pipeline: parseAsString,
  owner: parseAsString,
  q: parseAsString.withDefault(""),
  view: parseAsStringLiteral(["board", "list"]).withDefault("board"),
};

/** What a page with a board shows, kept in the address so that it can be sent and bookmarked. */
export function useBoardFilters() {
  const [filters, setFilters] = useQueryStates(parsers);
  // Anything else in the address would be refused by the server.
  const ownerId = filters.owner && isId(filters.owner) ? filters.owner : null;
  const narrowing = { ownerId: ownerId ?? undefined, search: filters.q.trim() || undefined };
  return { filters, setFilters, ownerId, narrowing, narrowed: ownerId !== null || filters.q.trim() !== "" };
}

/** The record whose card lies over the page, `?deal=…` or `?lead=…`; going back closes it. */
export function useOpenCard(entity: StagedEntity) {
  const [id, setId] = useQueryState(entity, parseAsString.withOptions({ history: "push" }));
  return [id && isId(id) ? id : null, setId] as const;
}

/** Whether the form for a new record is open. */
export function useCreating() {
  return useQueryState("new", parseAsBoolean.withDefault(false));
}

/** The stage whose robots are shown. */
export function useRobotsStage() {
  return useQueryState("robots", parseAsString);
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
