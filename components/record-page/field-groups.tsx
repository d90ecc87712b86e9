"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useMay } from "@/components/workspace/workspace";
import type { Names, RecordData } from "@/server/crm/records/contract";
import type { FieldInfo } from "@/server/fields/contract";
import { FieldRow } from "./field-row";
import { useFieldWords } from "./field-words";
import type { FieldGroup } from "./kinds";
import { Section } from "./record-fields";
import { RecordLine } from "./record-line";
import { Blank, TextRow } from "./text-row";

type FieldGroupsProps = { record: RecordData; names: Names; groups: readonly FieldGroup[] };

/** Fields of a kind that have sections of their own. */
export function FieldGroups({ record, names, groups }: FieldGroupsProps) {
  const words = useFieldWords(record.entity);
  if (words.fields.length === 0) return null;
  return groups.map((group) => {
    const fields = group.fields.flatMap((key) => words.fieldOf(key) ?? []);
    const shared = { record, names, group, fields };
    if (group.as === "text") return <LongText key={group.key} {...shared} />;
    if (group.as === "filled") return <FilledFields key={group.key} {...shared} words={words} />;
    return <Became key={group.key} {...shared} />;
  });
}

type GroupProps = { record: RecordData; names: Names; group: FieldGroup; fields: FieldInfo[] };

const isBlank = (value: unknown) => value === null || value === undefined || value === "";

function LongText({ record, group, fields }: GroupProps) {
  const t = useTranslations("record.groups");
  const add = useTranslations("record");
  const may = useMay();
  const [field] = fields;
  const value = field ? record.values[field.key] : null;
  const text = typeof value === "string" ? value : "";
  const disabled = record.deletedAt !== null || !may(`${record.entity}.edit`, record);
  if (!field || (disabled && text === "")) return null;
  return (
    <Section title={t(group.key)}>
      <TextRow
        {...{ record, disabled }}
        field={field.key}
        label={t(group.key)}
        value={text}
        shown={
          text ? <span className="break-words whitespace-pre-line">{text}</span> : <Blank>{add("add")}</Blank>
        }
        multiline
        maxLength={10_000}
        className="max-w-full"
      />
    </Section>
  );
}

function FilledFields({
  record,
  names,
  group,
  fields,
  words,
}: GroupProps & { words: ReturnType<typeof useFieldWords> }) {
  const t = useTranslations("record.groups");
  const may = useMay();
  const [all, setAll] = useState(false);
  const filled = fields.filter(({ key }) => !isBlank(record.values[key]));
  const editable = record.deletedAt === null && may(`${record.entity}.edit`, record);
  if (filled.length === 0 && !editable) return null;
  return (
    <Section
      title={t(group.key)}
      actions={
        editable &&
        filled.length < fields.length && (
          <Button variant="ghost" size="sm" aria-expanded={all} onClick={() => setAll(!all)}>
            {t(all ? "fewer" : "all")}
          </Button>
        )
      }
    >
      {filled.length === 0 && !all && <p className="py-1 text-ink-faint">{t("none")}</p>}
      {(all ? fields : filled).map((field) => (
        <FieldRow key={field.key} {...{ record, names, field, words }} />
      ))}
    </Section>
  );
}

function Became({ record, names, group, fields }: GroupProps) {
  const t = useTranslations("record.groups");
  const may = useMay();
  const known = fields.flatMap(({ key, linksTo }) => {
    const id = record.values[key];
    const title = names[String(id)];
    return linksTo && typeof id === "string" && title ? [{ id, entity: linksTo, title }] : [];
  });
  const seen = known.filter(({ entity }) => may(`${entity}.view`));
  if (seen.length === 0) return null;
  return (
    <Section title={t(group.key)}>
      <ul className="flex flex-col">
        {seen.map((one) => (
          <RecordLine key={one.id} record={one}>
            <span className="min-w-0 truncate font-medium">{one.title}</span>
          </RecordLine>
        ))}
      </ul>
    </Section>
  );
}
