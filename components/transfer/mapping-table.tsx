"use client";

import { useTranslations } from "next-intl";
import { Card, CardHeader } from "@/components/ui/card";
import type { ColumnMapping } from "@/server/transfer/contract";
import { MappingRow } from "./mapping-row";
import type { ImportPage, useMappingDraft } from "./use-import";

export type Draft = ReturnType<typeof useMappingDraft>;

/** What each column of the file becomes. */
export function MappingTable({ page, draft }: { page: ImportPage; draft: Draft }) {
  const t = useTranslations("transfer.mapping");
  const { columns } = page;
  const change = (column: number, next: ColumnMapping | null) => {
    const others = draft.mapping.filter((one) => one.column !== column);
    draft.change({ mapping: (next ? [...others, next] : others).toSorted((a, b) => a.column - b.column) });
  };
  return (
    <Card>
      <CardHeader
        title={t("title")}
        text={`${t("text")} ${t("mapped", { mapped: draft.mapping.length, count: columns.length })}`}
      />
      <ul>
        {columns.map((column) => (
          <MappingRow
            key={column.column}
            page={page}
            column={column}
            mapped={draft.mapping.find((one) => one.column === column.column) ?? null}
            onChange={(next) => change(column.column, next)}
          />
        ))}
      </ul>
    </Card>
  );
}
