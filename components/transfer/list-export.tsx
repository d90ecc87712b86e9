"use client";

import { useListState } from "@/components/records/use-list-state";
import type { Filter } from "@/server/filter/tree";
import type { Exportable } from "@/server/transfer/contract";
import { ExportButton } from "./export-button";

type ListExportProps = {
  entity: Exportable;
  within?: Filter;
  /** Of list items: which list. */
  listId?: string;
};

/** The export of a record list as it is looked at: its filter, words, order and columns. `within` is where it stands. */
export function ListExport({ entity, within, listId }: ListExportProps) {
  const { filter, search, sort, columns } = useListState(entity);
  const parts = [within, filter].filter((part): part is Filter => Boolean(part));
  return (
    <ExportButton
      entity={entity}
      listId={listId}
      filter={parts.length > 0 ? { and: parts } : undefined}
      search={search.trim() || undefined}
      sort={sort}
      columns={columns.map((column) => column.key)}
    />
  );
}
