"use client";

import { useListState } from "@/components/records/use-list-state";
import type { Filter } from "@/server/filter/tree";
import type { Importable } from "@/server/transfer/contract";
import { ExportButton } from "./export-button";

/** The export of a record list as it is looked at: its filter, words, order and columns. `within` is where it stands. */
export function ListExport({ entity, within }: { entity: Importable; within?: Filter }) {
  const { filter, search, sort, columns } = useListState(entity);
  const parts = [within, filter].filter((part): part is Filter => Boolean(part));
  return (
    <ExportButton
      entity={entity}
      filter={parts.length > 0 ? { and: parts } : undefined}
      search={search.trim() || undefined}
      sort={sort}
      columns={columns.map((column) => column.key)}
    />
  );
}
