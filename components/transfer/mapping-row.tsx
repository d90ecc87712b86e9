"use client";

import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { Combobox } from "@/components/ui/combobox";
import { Select } from "@/components/ui/select";
import { useMay } from "@/components/workspace/workspace";
import {
  type ColumnMapping,
  type NewFieldType,
  newFieldTypes,
  type TargetType,
} from "@/server/transfer/contract";
import type { ImportPage } from "./use-import";

type MappingRowProps = {
  page: ImportPage;
  column: ImportPage["columns"][number];
  mapped: ColumnMapping | null;
  onChange: (next: ColumnMapping | null) => void;
};

const create = "__new";

/** A column with some of its values, and the field it is read into. */
export function MappingRow({ page, column, mapped, onChange }: MappingRowProps) {
  const t = useTranslations("transfer.mapping");
  const typeName = useTranslations("transfer.fieldType");
  const locale = useLocale() === "ru" ? "ru" : "en";
  const mayAdd = useMay()("fields.edit");
  const at = column.column;
  const values = page.job.reading.sample.map((cells) => cells[at] ?? "").filter((cell) => cell.trim() !== "");
  const field = page.fields.find((one) => one.key === mapped?.field);
  const options = [
    ...(mayAdd ? [{ value: create, label: t("create", { label: column.title }) }] : []),
    ...page.fields.map((one) => ({
      value: one.key,
      label: one.label[locale],
      keywords: one.label[locale === "ru" ? "en" : "ru"],
    })),
  ];
  const choose = (key: string | null) => {
    if (key === null) return onChange(null);
    if (key !== create) return onChange({ column: at, field: key, ...unknownOf(typeOf(page, key)) });
    const label = column.title.slice(0, 100);
    onChange({
      column: at,
      field: `new:${at}`,
      create: { label, type: column.newType },
      ...listed(column.newType),
    });
  };
  return (
    <li className="grid items-start gap-x-4 gap-y-1.5 border-t py-2.5 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="min-w-0">
        <div className={cn("truncate font-medium", !mapped && "text-ink-muted")}>{column.title}</div>
        <div className="truncate text-sm text-ink-muted" title={values.slice(0, 5).join("\n")}>
          {[...new Set(values)].slice(0, 3).join(" · ")}
        </div>
      </div>
      <div className="flex min-w-0 flex-col gap-1.5">
        <div className="flex items-center gap-2">
          <Combobox
            aria-label={`${t("field")}: ${column.title}`}
            options={options}
            value={mapped?.create ? create : (mapped?.field ?? null)}
            onValueChange={choose}
            placeholder={t("skip")}
            clearable
            className="min-w-0 flex-1"
          />
          {mapped && mapped.field === column.field && <GuessBadge reason={column.reason} />}
        </div>
        {mapped?.create && (
          <Select
            aria-label={`${t("type")}: ${column.title}`}
            value={mapped.create.type}
            onValueChange={(type: NewFieldType) =>
              onChange({
                column: at,
                field: mapped.field,
                create: { label: mapped.create?.label ?? column.title, type },
                ...listed(type),
              })
            }
            options={newFieldTypes.map((type) => ({ value: type, label: typeName(type) }))}
          />
        )}
        {mapped && field && choosing.has(field.type) && (
          <UnknownChoice
            label={`${t("unknown")}: ${column.title}`}
            mapped={mapped}
            type={field.type}
            onChange={onChange}
          />
        )}
      </div>
    </li>
  );
}

const choosing = new Set<TargetType>(["list", "multi_list", "member", "link", "pipeline", "stage"]);
const makeable = new Set<TargetType>(["list", "multi_list", "stage"]);

function UnknownChoice({
  label,
  mapped,
  type,
  onChange,
}: {
  label: string;
  mapped: ColumnMapping;
  type: TargetType;
  onChange: (next: ColumnMapping) => void;
}) {
  const t = useTranslations("transfer.mapping");
  const may = useMay();
  // Whoever may bring records may bring tags.
  const mayMake =
    mapped.field === "tags" ||
    (makeable.has(type) && may(mapped.field.startsWith("c_") ? "fields.edit" : "pipeline.edit"));
  return (
    <div className="flex items-center gap-2 text-sm text-ink-muted">
      <span className="shrink-0">{t("unknown")}</span>
      <Select
        aria-label={label}
        value={mapped.onUnknown ?? "refuse"}
        onValueChange={(onUnknown) => onChange({ ...mapped, onUnknown })}
        options={[
          { value: "refuse", label: t("refuse") },
          { value: "blank", label: t("blank") },
          ...(mayMake ? [{ value: "create" as const, label: t("make") }] : []),
        ]}
      />
    </div>
  );
}

function GuessBadge({ reason }: { reason: string | null }) {
  const t = useTranslations("transfer.mapping");
  if (!reason) return null;
  if (reason === "similar") return <Badge tone="warn">{t("similar")}</Badge>;
  return (
    <Badge tone={reason === "values" ? "warn" : "ok"}>
      {t(reason === "values" ? "byValues" : "guessed")}
    </Badge>
  );
}

function typeOf(page: ImportPage, key: string): TargetType | undefined {
  return page.fields.find((one) => one.key === key)?.type;
}

function unknownOf(type: TargetType | undefined): Pick<ColumnMapping, "onUnknown"> | object {
  return type === "member" ? { onUnknown: "blank" } : {};
}

function listed(type: NewFieldType): Pick<ColumnMapping, "onUnknown"> | object {
  if (type === "member") return { onUnknown: "blank" };
  return type === "list" || type === "multi_list" ? { onUnknown: "create" } : {};
}
