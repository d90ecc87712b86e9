"use client";

import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { ContactRows } from "@/components/deals/contact-rows";
import { Card } from "@/components/ui/card";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useDates } from "@/components/workspace/dates";
import type { Names, RecordData } from "@/server/crm/records/contract";
import type { FieldInfo } from "@/server/fields/contract";
import { FieldRow } from "./field-row";
import { type FieldWords, useFieldWords } from "./field-words";
import { recordKinds, standsOnRecord } from "./kinds";

type RecordFieldsProps = { record: RecordData; names: Names };

/** A record's fields in their sections, as the organization arranged them. */
export function RecordFields({ record, names }: RecordFieldsProps) {
  const t = useTranslations("record");
  const words = useFieldWords(record.entity);
  const { moment } = useDates();
  const { terse } = recordKinds[record.entity];
  if (words.fields.length === 0) return <SkeletonRows rows={6} />;
  const isUnsaid = (field: FieldInfo) =>
    terse &&
    !field.customId &&
    (!field.editable || record.locked?.includes(field.key)) &&
    (record.values[field.key] ?? null) === null;
  const sections = sectionsOf(
    words.fields.filter((field) => standsOnRecord(record.entity, field) && !isUnsaid(field)),
  );
  const { createdAt } = record.values;
  return (
    <>
      {sections.map(({ name, fields }, place) => (
        <Section key={name ?? ""} title={name ?? t("about", { entity: record.entity })}>
          {fields.map((field) => (
            <Fragment key={field.key}>
              <FieldRow {...{ record, names, field, words }} />
              <UnderField record={record} field={field} />
            </Fragment>
          ))}
          {place === 0 && createdAt instanceof Date && (
            <p className="mt-2 px-0 text-sm text-ink-muted">
              {t("created", { entity: record.entity, moment: moment(createdAt) })}
            </p>
          )}
        </Section>
      ))}
    </>
  );
}

/** A group of the left column, named for screen readers and for the eye. */
export function Section({
  title,
  actions,
  children,
}: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Card className="p-3">
      <section aria-label={title}>
        <div className="mb-1 flex min-h-7 items-center gap-2">
          <h2 className="flex-1 font-semibold">{title}</h2>
          {actions}
        </div>
        {children}
      </section>
    </Card>
  );
}

// Under a deal's contact stands how to reach them: robots write to that address.
function UnderField({ record, field }: { record: RecordData; field: FieldInfo }) {
  const id = record.values[field.key];
  if (record.deletedAt || field.key !== "contactId" || typeof id !== "string") return null;
  return <ContactRows key={id} contactId={id} />;
}

function sectionsOf(fields: FieldWords["fields"]): { name: string | null; fields: FieldInfo[] }[] {
  const names = [...new Set(fields.map((field) => field.section))];
  return names.map((name) => ({ name, fields: fields.filter((field) => field.section === name) }));
}
