"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { standsOnRecord } from "@/components/record-page/kinds";
import { stepped } from "@/components/sortable/order";
import { SortableList } from "@/components/sortable/sortable-list";
import type { Entity, FieldInfo, FieldSection } from "@/server/fields/contract";
import { FieldItem } from "./field-item";
import {
  landing,
  rowsOf,
  sectionId,
  sectionStepped,
  withFieldIn,
  withFieldMoved,
  withSectionMoved,
} from "./layout";
import { SectionHead } from "./section-head";

type FieldListProps = {
  entity: Entity;
  fields: readonly FieldInfo[];
  sections: readonly FieldSection[];
  editable: boolean;
  /** Lays them out anew; `done` says what was done. */
  onArrange: (sections: FieldSection[], done: string) => void;
  onEdit: (field: FieldInfo) => void;
  onArchive: (fieldId: string) => void;
};

/** The fields of a record under their sections, both to be dragged into order. */
export function FieldList(props: FieldListProps) {
  const { entity, fields, sections, editable, onArrange, onEdit, onArchive } = props;
  const t = useTranslations("fields");
  const language = useLocale();
  const rows = useMemo(
    () => rowsOf(sections, fields, (field) => standsOnRecord(entity, field)),
    [entity, sections, fields],
  );
  const ids = rows.map((row) => row.id);
  const rowOf = (id: string | null) => rows.find((row) => row.id === id) ?? null;

  const move = (id: string, afterId: string | null) => {
    const moved = rowOf(id);
    const after = rowOf(afterId);
    if (moved?.kind === "field") {
      const name = moved.field.label[language];
      onArrange(withFieldMoved(sections, id, after), t("moved", { name }));
    } else if (moved?.section) {
      const done = t("sectionMoved", { name: moved.section });
      onArrange(withSectionMoved(sections, moved.section, after?.section ?? null), done);
    }
  };
  const stepTo = (id: string, step: "up" | "down") => {
    const moved = rowOf(id);
    if (moved?.kind === "field") return id === ids[1] && step === "up" ? undefined : stepped(ids, id, step);
    const after = moved?.section ? sectionStepped(sections, moved.section, step) : undefined;
    return after === undefined ? undefined : rows.findLast((row) => row.section === after)?.id;
  };
  const announcement = (id: string, place: number) => {
    const moved = rowOf(id);
    if (moved?.kind !== "field") return t("sectionMoved", { name: moved?.section ?? "" });
    const section = rows.filter((row) => row.id !== id)[place - 2]?.section ?? null;
    return section
      ? t("announceIn", { name: moved.field.label[language], section })
      : t("announceFirst", { name: moved.field.label[language] });
  };
  const isEmpty = (name: string | null) => !rows.some((row) => row.kind === "field" && row.section === name);
  return (
    <SortableList
      ids={ids}
      label={t("title")}
      onMove={move}
      landing={(id, on) => landing(rows, id, on)}
      stepTo={stepTo}
      announcement={announcement}
    >
      {rows.map((row) =>
        row.kind === "section" ? (
          <SectionHead
            key={row.id}
            id={row.id}
            {...{ entity, sections, editable, onArrange }}
            name={row.section}
            empty={isEmpty(row.section)}
          />
        ) : (
          <FieldItem
            key={row.id}
            field={row.field}
            {...{ entity, sections, editable }}
            head={sectionId(row.section)}
            onSection={(name) =>
              onArrange(withFieldIn(sections, row.id, name), t("moved", { name: row.field.label[language] }))
            }
            onEdit={() => onEdit(row.field)}
            onArchive={onArchive}
          />
        ),
      )}
    </SortableList>
  );
}
