"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { FilterButton, FilterChips } from "@/components/filter-builder/filter-bar";
import { SearchBox } from "@/components/ui/search-box";
import { useWorkspace } from "@/components/workspace/workspace";
import type { Entity } from "@/server/fields/contract";
import type { Filter } from "@/server/filter/tree";
import { both } from "./both";
import { BulkProgress } from "./bulk-bar";
import { usualWidth } from "./cell-value";
import type { Columns } from "./columns";
import { ColumnsMenu } from "./columns-menu";
import { listedEntity } from "./entities";
import { GroupMenu } from "./group-menu";
import { GroupedRecords } from "./grouped-records";
import { ListedRecords, type ListShape } from "./listed-records";
import { RefusedDialog } from "./refused-dialog";
import { type ListField, useListFields } from "./use-list-fields";
import { type ListState, useListState } from "./use-list-state";
import { useListWords } from "./use-list-words";
import type { ListedRecord, ListQuery } from "./use-record-pages";
import { ChangedView, ViewTabs } from "./view-tabs";

type RecordListProps = {
  entity: Entity;
  /** Holds for every record shown, whatever the person asks besides: the pipeline of a page. */
  within?: Filter;
  /** What stands before the search. */
  tools?: ReactNode;
  /** Buttons at the end of the toolbar: export, import. */
  actions?: ReactNode;
  /** Opens a record otherwise than by going to its page. */
  onOpen?: (record: ListedRecord) => void;
  /** Said when there is nothing at all yet. */
  empty: ReactNode;
  /** Said under the list of what is in it, beside how many there are. */
  summary?: (query: ListQuery) => ReactNode;
};

/** The list of an entity's records: saved views, search, filter, columns, groups, editing, changes of many. */
export function RecordList({ entity, within, tools, actions, onOpen, empty, summary }: RecordListProps) {
  const { slug } = useWorkspace();
  const state = useListState(entity);
  const { fields, query } = useListFields(entity);
  const { path, titleField } = listedEntity(entity);
  const columns = useColumns(fields, state, titleField);
  const words = useListWords(fields);
  const filter = both(within ?? null, state.filter);
  const keys = columns.map((column) => column.field.key);
  const shape: ListShape = {
    entity,
    columns,
    words,
    state,
    empty,
    summary,
    onOpen,
    hrefOf: (record) => `/${slug}/${path}/${record.id}`,
    pending: query.isPending || state.pending,
    failure: query.error,
    query: {
      entity,
      filter,
      search: state.search,
      sort: state.sort,
      // An amount is read in its record's currency.
      columns: fields.some((field) => field.key === "currency") ? [...keys, "currency"] : keys,
    },
  };
  const group = fields.find((field) => field.key === state.groupBy);
  return (
    <div className="relative flex min-h-0 flex-1 flex-col px-6 pb-4 max-md:px-4">
      <div className="flex flex-wrap items-center gap-2 pb-2">
        <ViewTabs entity={entity} state={state} />
        {tools}
        <ListSearch state={state} />
        <FilterButton entity={entity} value={state.filter} onChange={(next) => void state.setFilter(next)} />
        <GroupMenu fields={fields} value={state.groupBy} onChange={(key) => void state.setGroup(key)} />
        <ColumnsMenu
          fields={fields}
          columns={state.columns}
          titleField={titleField}
          onChange={(next) => void state.setColumns(next)}
        />
        {actions}
      </div>
      {(state.filter || state.broken || state.changed) && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pb-2">
          <FilterChips
            entity={entity}
            value={state.filter}
            broken={state.broken}
            onChange={(next) => void state.setFilter(next)}
          />
          {!state.broken && <ChangedView entity={entity} state={state} />}
        </div>
      )}
      <BulkProgress />
      <RefusedDialog entity={entity} />
      {group ? <GroupedRecords {...shape} group={group} /> : <ListedRecords {...shape} />}
    </div>
  );
}

function useColumns(fields: readonly ListField[], { columns }: ListState, titleField: string): Columns {
  const text = JSON.stringify(columns);
  return useMemo(() => {
    const wanted = JSON.parse(text) as typeof columns;
    // The record's name is always there: without it a row leads nowhere.
    const withTitle = wanted.some(({ key }) => key === titleField)
      ? wanted
      : [{ key: titleField }, ...wanted];
    return withTitle.flatMap(({ key, width }) => {
      const field = fields.find((one) => one.key === key);
      const isTitle = key === titleField;
      return field ? [{ field, isTitle, width: width ?? usualWidth(field, isTitle) }] : [];
    });
  }, [fields, text, titleField]);
}

function ListSearch({ state: { search, setSearch } }: { state: ListState }) {
  const t = useTranslations("records.table");
  return (
    <SearchBox
      className="w-56"
      label={t("search")}
      value={search}
      onSearch={(text) => void setSearch(text)}
    />
  );
}
