"use client";

import { Columns3, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { SortableList } from "@/components/sortable/sortable-list";
import { SortableRow } from "@/components/sortable/sortable-row";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { ViewColumn } from "@/server/views/contract";
import type { ListField } from "./use-list-fields";

type ColumnsMenuProps = {
  fields: readonly ListField[];
  columns: readonly ViewColumn[];
  titleField: string;
  /** Null: the columns of the view again. */
  onChange: (columns: ViewColumn[] | null) => void;
};

/** Which columns a list has and in which order: dragged, taken away, added by name. */
export function ColumnsMenu({ fields, columns, titleField, onChange }: ColumnsMenuProps) {
  const t = useTranslations("records.columns");
  const label = (key: string) => fields.find((field) => field.key === key)?.label ?? key;
  const keys = columns.map((column) => column.key);
  const others = fields.filter((field) => !keys.includes(field.key));
  const move = (id: string, afterId: string | null) => {
    const moved = columns.find((column) => column.key === id);
    const rest = columns.filter((column) => column.key !== id);
    const place = afterId === null ? 0 : rest.findIndex((column) => column.key === afterId) + 1;
    if (moved) onChange(rest.toSpliced(place, 0, moved));
  };
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button aria-label={t("open")} title={t("open")}>
          <Columns3 />
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" aria-label={t("title")} className="w-72">
        <p className="mb-1 font-medium">{t("title")}</p>
        <SortableList
          ids={keys}
          label={t("title")}
          onMove={move}
          announcement={(id, place) => t("announce", { name: label(id), place, total: keys.length })}
          className="max-h-80 overflow-y-auto"
        >
          {keys.map((key) => (
            <SortableRow
              key={key}
              id={key}
              handleLabel={t("move", { name: label(key) })}
              className="flex items-center gap-1"
            >
              <span className="min-w-0 flex-1 truncate">{label(key)}</span>
              {key !== titleField && (
                <Button
                  size="icon-sm"
                  variant="ghost"
                  aria-label={t("remove", { name: label(key) })}
                  onClick={() => onChange(columns.filter((column) => column.key !== key))}
                >
                  <X />
                </Button>
              )}
            </SortableRow>
          ))}
        </SortableList>
        <div className="mt-2 flex gap-2">
          <Combobox
            aria-label={t("add")}
            placeholder={t("add")}
            className="flex-1"
            options={others.map((field) => ({ value: field.key, label: field.label }))}
            value={null}
            onValueChange={(key) => key && onChange([...columns, { key }])}
          />
          <Button variant="ghost" onClick={() => onChange(null)}>
            {t("reset")}
          </Button>
        </div>
      </PopoverContent>
    </Popover>
  );
}
