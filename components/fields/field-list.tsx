"use client";

import { Archive, ArrowDown, ArrowUp, Asterisk, ListFilter, Pencil } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { SortableList } from "@/components/sortable/sortable-list";
import { SortableRow } from "@/components/sortable/sortable-row";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { FieldInfo } from "@/server/fields/contract";
import { type LayoutRow, layoutOf, withFieldMoved, withSectionMoved, withSectionRenamed } from "./layout";
import { SectionDialog } from "./section-dialog";

type FieldListProps = {
  fields: readonly FieldInfo[];
  emptySections: string[];
  editable: boolean;
  onLay: (rows: readonly LayoutRow[]) => void;
  onEmptySections: (names: string[]) => void;
  onEdit: (field: FieldInfo) => void;
  onArchive: (fieldId: string) => void;
};

/** The organization's own fields under their sections: dragged into order, and from one section to another. */
export function FieldList(props: FieldListProps) {
  const { fields, emptySections, editable, onLay, onEmptySections, onEdit, onArchive } = props;
  const t = useTranslations("fields");
  const language = useLocale();
  const [renamed, setRenamed] = useState<string | null>(null);
  const rows = layoutOf(fields, emptySections);
  const sections = rows.flatMap((row) => (row.kind === "section" && row.section ? [row.section] : []));
  const nameOf = (id: string) => {
    const row = rows.find((one) => one.id === id);
    return row?.kind === "field" ? row.field.label[language] : (row?.section ?? "");
  };
  const lay = (next: LayoutRow[]) => {
    onEmptySections(
      emptySections.filter((name) => !next.some((one) => one.kind === "field" && one.section === name)),
    );
    onLay(next);
  };
  return (
    <>
      <SortableList
        ids={rows.map((row) => row.id)}
        label={t("title")}
        onMove={(id, afterId) => lay(withFieldMoved(rows, id, afterId))}
        announcement={(id, place) => t("announce", { name: nameOf(id), place, total: rows.length })}
      >
        {rows.map((row) =>
          row.kind === "section" ? (
            <SortableRow
              key={row.id}
              id={row.id}
              handleLabel=""
              disabled
              className="mt-3 flex items-center gap-1 border-b pb-1"
            >
              <h3 className="min-w-0 flex-1 truncate font-semibold">{row.section}</h3>
              {editable && row.section && (
                <SectionButtons
                  name={row.section}
                  first={row.section === sections[0]}
                  last={row.section === sections.at(-1)}
                  onMove={(direction) => row.section && onLay(withSectionMoved(rows, row.section, direction))}
                  onRename={() => setRenamed(row.section)}
                />
              )}
            </SortableRow>
          ) : (
            <SortableRow
              key={row.id}
              id={row.id}
              disabled={!editable}
              handleLabel={t("move", { name: row.field.label[language] })}
              className="flex items-center gap-2 border-b py-1"
            >
              <FieldRow
                field={row.field}
                editable={editable}
                onEdit={() => onEdit(row.field)}
                onArchive={() => onArchive(row.id)}
              />
            </SortableRow>
          ),
        )}
      </SortableList>
      {renamed && (
        <SectionDialog
          name={renamed}
          taken={sections.filter((name) => name !== renamed)}
          onSave={(name) => {
            onEmptySections(emptySections.map((one) => (one === renamed ? name : one)));
            onLay(withSectionRenamed(rows, renamed, name));
          }}
          onClose={() => setRenamed(null)}
        />
      )}
    </>
  );
}

type SectionButtonsProps = {
  name: string;
  first: boolean;
  last: boolean;
  onMove: (direction: "up" | "down") => void;
  onRename: () => void;
};

function SectionButtons({ name, first, last, onMove, onRename }: SectionButtonsProps) {
  const t = useTranslations("fields");
  return (
    <>
      <Button
        size="icon-sm"
        variant="ghost"
        disabled={first}
        aria-label={t("sectionUp", { name })}
        onClick={() => onMove("up")}
      >
        <ArrowUp />
      </Button>
      <Button
        size="icon-sm"
        variant="ghost"
        disabled={last}
        aria-label={t("sectionDown", { name })}
        onClick={() => onMove("down")}
      >
        <ArrowDown />
      </Button>
      <Button size="icon-sm" variant="ghost" aria-label={t("renameSection", { name })} onClick={onRename}>
        <Pencil />
      </Button>
    </>
  );
}

type FieldRowProps = { field: FieldInfo; editable: boolean; onEdit: () => void; onArchive: () => void };

function FieldRow({ field, editable, onEdit, onArchive }: FieldRowProps) {
  const t = useTranslations("fields");
  const name = field.label[useLocale()];
  return (
    <>
      <span className="min-w-0 flex-1 truncate">{name}</span>
      {field.required && (
        <Badge tone="warn" title={t("required")}>
          <Asterisk aria-hidden />
          <span className="max-md:sr-only">{t("required")}</span>
        </Badge>
      )}
      {field.filterable && (
        <Badge title={t("filterable")}>
          <ListFilter aria-hidden />
          <span className="max-md:sr-only">{t("filterable")}</span>
        </Badge>
      )}
      <span className="w-32 shrink-0 truncate text-sm text-ink-muted max-md:w-20">
        {t(`type.${field.type}`)}
      </span>
      {editable && (
        <>
          <Button size="icon-sm" variant="ghost" aria-label={t("edit", { name })} onClick={onEdit}>
            <Pencil />
          </Button>
          <Button size="icon-sm" variant="ghost" aria-label={t("archive", { name })} onClick={onArchive}>
            <Archive />
          </Button>
        </>
      )}
    </>
  );
}
