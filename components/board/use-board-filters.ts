"use client";

import { parseAsBoolean, parseAsString, useQueryState, useQueryStates } from "nuqs";
import { useListState } from "@/components/records/use-list-state";
import type { Filter } from "@/server/filter/tree";
import type { StagedEntity } from "@/server/platform/permissions";

const parsers = { pipeline: parseAsString, owner: parseAsString };

/**
 * What a page with a board shows, kept in the address so that it can be sent and bookmarked: as a board or as a list, the
 * same view, filter and words hold.
 */
export function useBoardFilters(entity: StagedEntity) {
  const [address, setAddress] = useQueryStates(parsers);
  const state = useListState(entity);
  // Anything else in the address would be refused by the server.
  const ownerId = address.owner && isId(address.owner) ? address.owner : null;
  const search = state.search.trim();
  return {
    state,
    pipelineId: address.pipeline,
    setPipeline: (pipeline: string) => void setAddress({ pipeline }),
    ownerId,
    setOwner: (owner: string | null) => void setAddress({ owner }),
    narrowing: {
      ownerId: ownerId ?? undefined,
      search: search || undefined,
      filter: state.filter ?? undefined,
    },
    narrowed: ownerId !== null || search !== "" || state.filter !== null,
    /** Shows everything again, whatever the view would. */
    reset: () => {
      void setAddress({ owner: null });
      void state.setSearch("");
      void state.setFilter(null);
    },
  };
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

/** Records of one owner, as a filter. */
export function owned(ownerId: string): Filter {
  return { field: "ownerId", operator: "in", value: [ownerId] };
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
