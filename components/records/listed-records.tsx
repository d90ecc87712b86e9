"use client";

import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { refusalOf, requestIdOf, useRefusals } from "@/components/api/refusal";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { Entity } from "@/server/fields/contract";
import { BulkBar } from "./bulk-bar";
import type { Columns } from "./columns";
import { RecordTable } from "./record-table";
import type { ListState } from "./use-list-state";
import type { ListWords } from "./use-list-words";
import { type ListedRecord, type ListQuery, useRecordPages } from "./use-record-pages";
import { useSelection } from "./use-selection";

/** What a list is, whichever way it is laid out. */
export type ListShape = {
  entity: Entity;
  columns: Columns;
  words: ListWords;
  state: ListState;
  query: ListQuery;
  hrefOf: (record: ListedRecord) => string;
  onOpen?: ((record: ListedRecord) => void) | undefined;
  empty: ReactNode;
  summary?: ((query: ListQuery) => ReactNode) | undefined;
  pending: boolean;
  failure: unknown;
};

/** All records of a list one after another. */
export function ListedRecords(shape: ListShape) {
  const t = useTranslations("records");
  const { entity, state, query, pending } = shape;
  const { pages, records, names, total } = useRecordPages(query, { enabled: !pending });
  const [selection, setSelection] = useSelection(query);
  if (shape.failure) return <ListFailure error={shape.failure} state={state} />;
  if (pages.isPending) return <SkeletonRows rows={12} className="pt-3" />;
  if (pages.isError && !pages.data) {
    return <ListFailure error={pages.error} state={state} onRetry={() => void pages.refetch()} />;
  }
  if (records.length === 0) {
    return state.filter || state.search ? <NothingFound state={state} /> : shape.empty;
  }
  return (
    <>
      <RecordTable
        entity={entity}
        label={t(`entity.${entity as "contact"}.many`)}
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
        hasMore={pages.hasNextPage}
        loadingMore={pages.isFetchingNextPage}
        onMore={() => void pages.fetchNextPage()}
        hrefOf={shape.hrefOf}
        onOpen={shape.onOpen}
      />
      <div className="flex flex-wrap gap-x-4 pt-1.5 text-sm text-ink-muted">
        <p aria-live="polite">
          {total !== null && t(`entity.${entity as "contact"}.count`, { count: total })}
        </p>
        {shape.summary?.(query)}
      </div>
      <BulkBar
        entity={entity}
        selection={selection}
        onSelect={setSelection}
        loaded={records.length}
        total={total}
        query={query}
      />
    </>
  );
}

/** A filter that cannot be asked is said to be so, with a way out; anything else can be tried again. */
export function ListFailure({
  error,
  state,
  onRetry,
}: {
  error: unknown;
  state: ListState;
  onRetry?: () => void;
}) {
  const t = useTranslations("records.table");
  const { say } = useRefusals();
  const refusal = refusalOf(error);
  if (!refusal) {
    return <ErrorState requestId={requestIdOf(error)} {...(onRetry && { onRetry })} />;
  }
  const clear = () => {
    void state.reset();
    void state.setFilter(null);
  };
  return (
    <EmptyState
      icon={<SearchX />}
      title={t("refused")}
      text={say(error)}
      action={<Button onClick={clear}>{t("showAll")}</Button>}
    />
  );
}

/** Said when a filter or a search leaves nothing. */
export function NothingFound({ state }: { state: ListState }) {
  const t = useTranslations("records.table");
  const clear = () => {
    void state.setFilter(null);
    void state.setSearch("");
  };
  return (
    <EmptyState
      icon={<SearchX />}
      title={t("nothing")}
      text={t("nothingText")}
      action={<Button onClick={clear}>{t("showAll")}</Button>}
    />
  );
}
