"use client";

import { useMay } from "@/components/workspace/workspace";
import type { RecordData } from "@/server/crm/records/contract";
import { useFieldWords } from "./field-words";
import { recordKinds } from "./kinds";
import { TextRow } from "./text-row";

/** A record's title, edited where it stands. */
export function RecordTitle({ record }: { record: RecordData }) {
  const may = useMay();
  const { label, fieldOf } = useFieldWords(record.entity);
  const { title: key } = recordKinds[record.entity];
  const value = record.values[key];
  const title = typeof value === "string" ? value : record.title;
  const shown = <span className="line-clamp-2 break-words">{title}</span>;
  if (record.deletedAt || !fieldOf(key)?.editable) return shown;
  return (
    <TextRow
      record={record}
      field={key}
      label={label(key)}
      value={title}
      shown={shown}
      required
      maxLength={key === "name" ? 200 : 300}
      disabled={!may(`${record.entity}.edit`, record)}
      className="-mx-1.5 px-1.5"
      inputClassName="text-lg font-semibold"
    />
  );
}
