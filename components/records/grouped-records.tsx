"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/components/api/trpc";
import { Badge, StageBadge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { LoadMore } from "@/components/ui/load-more";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { Filter } from "@/server/filter/tree";
import { both } from "./both";
import { BulkBar } from "./bulk-bar";
import { ListFailure, type ListShape, NothingFound } from "./listed-records";
import { RecordTable } from "./record-table";
import type { ListField } from "./use-list-fields";
import { useRecordPages } from "./use-record-pages";
import { useSelection } from "./use-selection";

type GroupedProps = ListShape & { group: ListField };

/** The records of a list in groups by a field, each with its count; a group's records come when it is opened. */
export function GroupedRecords(shape: GroupedProps) {
  const trpc = useTRPC();
  const { entity, query, group, state } = shape;
  const { filter, search } = query;
  const groups = useQuery(
    trpc.records.groups.queryOptions(
      {
        entity,
        groupBy: group.key,
        ...(filter && { filter }),
        ...(search.trim() && { search: search.trim() }),
      },
      { enabled: !shape.pending },
    ),
  );
  const failure = shape.failure ?? groups.error;
  if (failure) return <ListFailure error={failure} state={state} onRetry={() => void groups.refetch()} />;
  if (!groups.data) return <SkeletonRows rows={6} className="pt-3" />;
  if (groups.data.length === 0) {
    return state.filter || state.search ? <NothingFound state={state} /> : shape.empty;
  }
  return (
    <ul className="flex min-h-0 flex-1 flex-col gap-1 overflow-y-auto">
      {groups.data.map(({ value, count }, place) => (
        <Group key={value ?? "none"} {...shape} value={value} count={count} startsOpen={place === 0} />
      ))}
    </ul>
  );
}

type GroupProps = GroupedProps & { value: string | null; count: number; startsOpen: boolean };

function Group({ value, count, startsOpen, ...shape }: GroupProps) {
  const t = useTranslations("records.groups");
  const { group, words } = shape;
  const [open, setOpen] = useState(startsOpen);
  const label = useGroupLabel(shape, value);
  const colour = value === null ? undefined : words.colour(group, value);
  return (
    <li>
      <h3>
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="flex h-9 w-full items-center gap-2 rounded-md px-2 text-left font-medium hover:bg-ink/5 max-md:h-11"
        >
          <ChevronRight
            aria-hidden
            className={cn("size-4 text-ink-muted transition-transform", open && "rotate-90")}
          />
          {colour ? <StageBadge colour={colour}>{label}</StageBadge> : label}
          <Badge aria-label={t("count", { count })}>{count}</Badge>
        </button>
      </h3>
      {open && <GroupRecords {...shape} label={label} value={value} />}
    </li>
  );
}

function GroupRecords({ value, label, ...shape }: GroupedProps & { value: string | null; label: string }) {
  const t = useTranslations("records.groups");
  const { entity, state, group } = shape;
  const query = { ...shape.query, filter: both(shape.query.filter, holding(group, value)) };
  const { pages, records, names, total } = useRecordPages(query);
  const [selection, setSelection] = useSelection(query);
  if (pages.isPending) return <SkeletonRows rows={3} className="py-2 pl-8" />;
  if (pages.isError)
    return <ListFailure error={pages.error} state={state} onRetry={() => void pages.refetch()} />;
  return (
    <div className="relative mb-3 flex flex-col" style={{ maxHeight: "32rem" }}>
      <RecordTable
        entity={entity}
        label={label}
        columns={shape.columns}
        records={records}
        names={names}
        words={shape.words}
        total={total}
        sort={state.sort}
        onSort={(sort) => void state.setSort(sort)}
        onColumns={(columns) => void state.setColumns(columns)}
        selection={selection}
        onSelect={setSelection}
        hasMore={false}
        loadingMore={false}
        onMore={() => undefined}
        hrefOf={shape.hrefOf}
        onOpen={shape.onOpen}
      />
      {pages.hasNextPage && (
        <LoadMore
          label={t("more")}
          pending={pages.isFetchingNextPage}
          onMore={() => void pages.fetchNextPage()}
        />
      )}
      <BulkBar
        entity={entity}
        selection={selection}
        onSelect={setSelection}
        loaded={records.length}
        total={total}
        query={query}
      />
    </div>
  );
}

function useGroupLabel({ group, words }: GroupedProps, value: string | null): string {
  const t = useTranslations("records.groups");
  if (group.type === "checkbox") return t(value === "1" ? "yes" : "no", { field: group.label });
  if (value === null) return t("without", { field: group.label });
  return words.choices(group).find((one) => one.value === value)?.label ?? t("gone");
}

function holding({ key, type }: ListField, value: string | null): Filter {
  if (type === "checkbox") return { field: key, operator: "eq", value: value === "1" };
  if (value === null) return { field: key, operator: "empty" };
  return { field: key, operator: "in", value: [value] };
}
