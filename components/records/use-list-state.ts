"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useTRPC } from "@/components/api/trpc";
import { parseAsFilter } from "@/components/filter-builder/url-filter";
import { useInList } from "@/components/lists/in-list";
import type { Entity } from "@/server/fields/contract";
import type { Filter } from "@/server/filter/tree";
import {
  layouts,
  type SavedView,
  type ViewColumn,
  type ViewLayout,
  type ViewSort,
} from "@/server/views/contract";
import { listedEntity } from "./entities";
import { parseAsColumns, parseAsSort } from "./list-codec";
import { useListFields } from "./use-list-fields";

const parsers = {
  saved: parseAsString,
  q: parseAsString.withDefault(""),
  filter: parseAsFilter,
  sort: parseAsSort,
  columns: parseAsColumns,
  group: parseAsString,
  view: parseAsStringLiteral(layouts),
};

/** Stands in the address for "no view" and "no groups" where the member's default or the view has some. */
const none = "none";

const everything: Filter = { and: [] };

/**
 * How a list is looked at: a saved view, and over it what the address says otherwise. All of it is in the address, so
 * that it can be sent, bookmarked and gone back to.
 */
export function useListState(entity: Entity) {
  const trpc = useTRPC();
  const [address, setAddress] = useQueryStates(parsers, { history: "replace" });
  const views = useQuery(trpc.views.list.queryOptions(useInList(entity), { staleTime: 60_000 }));
  const { sort: usualSort, widths } = listedEntity(entity);
  const usual = useUsualColumns(entity);
  const view = viewOf(views.data ?? [], address.saved);
  const asked = address.filter && "filter" in address.filter ? address.filter.filter : null;
  const filter = asked ?? view?.filter ?? null;
  const usualLayout = view?.layout ?? "board";
  const layout = address.view ?? usualLayout;
  const groupBy = (address.group === none ? null : (address.group ?? view?.groupBy)) || null;
  return {
    views: views.data ?? [],
    /** The address may lead to a view that is not read yet: what to show is not known until then. */
    pending: views.isPending,
    view,
    search: address.q,
    filter: isEverything(filter) ? null : filter,
    broken: address.filter !== null && "broken" in address.filter,
    sort: address.sort ?? view?.sort ?? usualSort,
    columns: address.columns ?? view?.columns ?? usual.map((key): ViewColumn => columnOf(key, widths)),
    groupBy,
    /** How what stands on stages is laid out; everything else is always a list. */
    layout,
    /** Whether the address says something else than the view. */
    changed:
      Boolean(address.filter || address.sort || address.columns || address.group) ||
      Boolean(view?.layout && view.layout !== layout),
    /** Whether that is more than another filter. */
    rearranged: Boolean(address.sort || address.columns || address.group),
    setSearch: (q: string) => setAddress({ q: q || null }),
    setFilter: (next: Filter | null) =>
      setAddress({ filter: next ? { filter: next } : view?.filter ? { filter: everything } : null }),
    setSort: (sort: ViewSort) => setAddress({ sort }),
    setColumns: (columns: ViewColumn[] | null) => setAddress({ columns }),
    setGroup: (key: string | null) => setAddress({ group: key ?? (view?.groupBy ? none : null) }),
    setLayout: (next: ViewLayout) => setAddress({ view: next === usualLayout ? null : next }),
    /** A view that remembers no layout is shown in the one that is open. */
    openView: (id: string | null) => {
      const kept = (views.data ?? []).find((one) => one.id === id)?.layout;
      return setAddress({
        ...{ saved: id ?? none, filter: null, sort: null, columns: null, group: null, q: null },
        view: kept || layout === "board" ? null : layout,
      });
    },
    /** Forgets what differs from the view. */
    reset: () =>
      setAddress({
        ...{ filter: null, sort: null, columns: null, group: null },
        ...(view?.layout && { view: null }),
      }),
  };
}

// The organization chose the fields of its own lists: a list shows the first of them.
function useUsualColumns(entity: Entity): readonly string[] {
  const { columns } = listedEntity(entity);
  const { fields } = useListFields(entity);
  const own = fields.filter(({ customId, more }) => customId && !more.long).slice(0, 5);
  return entity === "list_item"
    ? [...columns.slice(0, 1), ...own.map(({ key }) => key), ...columns.slice(1)]
    : columns;
}

export type ListState = ReturnType<typeof useListState>;

function viewOf(views: readonly SavedView[], id: string | null): SavedView | null {
  if (id === none) return null;
  const named = id ? views.find((view) => view.id === id) : views.find((view) => view.isDefault);
  return named ?? null;
}

function isEverything(filter: Filter | null): boolean {
  return filter !== null && "and" in filter && filter.and.length === 0;
}

function columnOf(key: string, widths: Readonly<Record<string, number>> = {}): ViewColumn {
  const width = widths[key];
  return width ? { key, width } : { key };
}
