"use client";

import { useTranslations } from "next-intl";
import { useLists } from "@/components/lists/use-lists";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { useMay } from "@/components/workspace/workspace";
import { importable, readable } from "@/server/transfer/contract";
import { type ImportPage, useSteering } from "./use-import";
import type { RowsAre } from "./use-rows-are";

const delimiterNames = { ";": "semicolon", ",": "comma", "\t": "tab", "|": "bar" } as const;

/** How the file is read, and what its rows are; each may be chosen otherwise. */
export function ReadingPanel({ page: { job } }: { page: ImportPage }) {
  const t = useTranslations("transfer");
  const may = useMay();
  const { readAgain } = useSteering(job.id);
  const { reading } = job;
  const again = (chosen: Omit<Parameters<typeof readAgain.mutate>[0], "importId">) =>
    readAgain.mutate({ importId: job.id, ...chosen });
  const disabled = readAgain.isPending;
  const lists = useLists().data ?? [];
  const kinds: { value: string; label: string; rowsAre: RowsAre }[] = [
    ...importable
      .filter((entity) => entity !== "list_item" && may(`${entity}.create`))
      .map((entity) => ({ value: entity, label: t(`entity.${entity}`), rowsAre: { entity } })),
    ...(may("list_item.create") ? lists : []).map(({ id, name }) => ({
      ...{ value: id, label: t("entity.inList", { list: name }) },
      rowsAre: { entity: "list_item" as const, listId: id },
    })),
  ];
  return (
    <Card>
      <CardHeader
        title={t("reading.title")}
        text={t("reading.columns", { count: reading.header.length })}
        actions={
          reading.format && <Badge tone="ok">{t("reading.recognised", { format: reading.format })}</Badge>
        }
      />
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <Field label={t("entity.label")}>
          <Select
            disabled={disabled}
            value={job.listId ?? job.entity}
            onValueChange={(value) => again(kinds.find((kind) => kind.value === value)?.rowsAre ?? {})}
            options={kinds.map(({ value, label }) => ({ value, label }))}
          />
        </Field>
        {reading.encoding && (
          <Field label={t("reading.encoding")}>
            <Select
              disabled={disabled}
              value={reading.encoding}
              onValueChange={(encoding) => again({ encoding })}
              options={readable.encodings.map((value) => ({ value, label: value.toUpperCase() }))}
            />
          </Field>
        )}
        {reading.delimiter && (
          <Field label={t("reading.delimiter")}>
            <Select
              disabled={disabled}
              value={reading.delimiter}
              onValueChange={(delimiter) => again({ delimiter })}
              options={readable.delimiters.map((value) => ({
                value,
                label: t(`reading.${delimiterNames[value]}`),
              }))}
            />
          </Field>
        )}
        {reading.sheets.length > 0 && (
          <Field label={t("reading.sheet")}>
            <Select
              disabled={disabled}
              value={reading.sheet ?? undefined}
              onValueChange={(sheet) => again({ sheet })}
              options={reading.sheets.map((value) => ({ value, label: value }))}
            />
          </Field>
        )}
      </div>
    </Card>
  );
}
