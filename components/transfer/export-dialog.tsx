"use client";

import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { RadioGroup, RadioItem } from "@/components/ui/radio-group";
import { useWorkspace } from "@/components/workspace/workspace";
import type { Filter } from "@/server/filter/tree";
import {
  type Exportable,
  type ExportFormat,
  pointColumns,
  reachedEntities,
} from "@/server/transfer/contract";

export type ExportDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  entity: Exportable;
  /** Of list items: which list. */
  listId?: string | undefined;
  /** What the list is narrowed to. */
  filter?: Filter | undefined;
  search?: string | undefined;
  /** Keys of the columns the list shows, in order; absent: all fields. */
  columns?: readonly string[] | undefined;
  sort?: { field: string; direction: "asc" | "desc" } | undefined;
  /** How many records that is, when the list knows. */
  count?: number | undefined;
};

const formats = [
  { value: "csv", label: "csv", hint: "csvHint" },
  { value: "xlsx", label: "xlsx", hint: "xlsxHint" },
  { value: "lossless_csv", label: "losslessCsv", hint: "losslessCsvHint" },
  { value: "lossless_jsonl", label: "losslessJsonl", hint: "losslessJsonlHint" },
] as const satisfies readonly { value: ExportFormat; label: string; hint: string }[];

/** Takes the records of a list out as a file, in the format and with the columns chosen. */
export function ExportDialog(props: ExportDialogProps) {
  const t = useTranslations("transfer.export");
  const words = useTranslations("ui");
  const { slug } = useWorkspace();
  const { open, onOpenChange, entity, listId, filter, search, sort, count } = props;
  const [format, setFormat] = useState<ExportFormat>("csv");
  const [columns, setColumns] = useState<readonly string[] | undefined>(props.columns);
  const lossless = format.startsWith("lossless");
  const query = { entity, listId, format, filter, search, sort, ...(columns && !lossless && { columns }) };
  const href = `/api/export/${slug}?query=${encodeURIComponent(JSON.stringify(query))}`;
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        title={t("title")}
        description={t("text", { count: count ?? 0 })}
        footer={
          <>
            <DialogClose asChild>
              <Button>{words("cancel")}</Button>
            </DialogClose>
            <Button asChild variant="primary">
              <a href={href} download onClick={() => onOpenChange(false)}>
                <Download />
                {t("download")}
              </a>
            </Button>
          </>
        }
      >
        <RadioGroup
          aria-label={t("format")}
          value={format}
          onValueChange={(value) => setFormat(formats.find((one) => one.value === value)?.value ?? "csv")}
        >
          {formats.map(({ value, label, hint }) => (
            <RadioItem key={value} value={value} label={t(label)} hint={t(hint)} />
          ))}
        </RadioGroup>
        {!lossless && <Columns of={{ entity, listId }} chosen={columns} onChange={setColumns} />}
      </DialogContent>
    </Dialog>
  );
}

type ColumnsProps = {
  of: Pick<ExportDialogProps, "entity" | "listId">;
  chosen: readonly string[] | undefined;
  onChange: (columns: readonly string[] | undefined) => void;
};

function Columns({ of, chosen, onChange }: ColumnsProps) {
  const t = useTranslations("transfer.export");
  const locale = useLocale() === "ru" ? "ru" : "en";
  const fields = useQuery(useTRPC().fields.list.queryOptions(of));
  if (!fields.data) return null;
  const offered = [
    ...fields.data,
    // Of one key the field counts.
    ...(reachedEntities.includes(of.entity)
      ? pointColumns.filter(({ key }) => !fields.data.some((field) => field.key === key))
      : []),
  ];
  const keys = offered.map((field) => field.key);
  const toggle = (key: string, on: boolean) => {
    const now = chosen ?? keys;
    const next = on
      ? keys.filter((one) => one === key || now.includes(one))
      : now.filter((one) => one !== key);
    onChange(next.length === keys.length ? undefined : next);
  };
  return (
    <fieldset className="mt-4 border-t pt-3">
      <legend className="float-left mb-2 font-medium">
        {t("columns")}: {chosen ? t("chosen", { count: chosen.length }) : t("all")}
      </legend>
      <div className="clear-both grid gap-1.5 sm:grid-cols-2">
        {offered.map((field) => (
          <Checkbox
            key={field.key}
            label={field.label[locale]}
            checked={chosen?.includes(field.key) ?? true}
            disabled={chosen?.length === 1 && chosen.includes(field.key)}
            onCheckedChange={(on) => toggle(field.key, on === true)}
          />
        ))}
      </div>
    </fieldset>
  );
}
