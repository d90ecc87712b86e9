"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { useRefusals } from "@/components/api/refusal";
import { Link } from "@/components/ui/link";
import { toast } from "@/components/ui/toast";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import type { Names, RecordData } from "@/server/crm/records/contract";
import type { FieldInfo } from "@/server/fields/contract";
import { AmountOfLinesNote, useAmountOfLines } from "./amount-of-lines";
import { FieldControl, isChosen } from "./field-control";
import { type FieldWords, isMoney } from "./field-words";
import { recordHref } from "./kinds";
import { MoneyRow } from "./money-row";
import { Blank, TextRow } from "./text-row";
import { useUpdateRecord } from "./use-record";

export type FieldRowProps = { record: RecordData; names: Names; field: FieldInfo; words: FieldWords };

/** One field of a record, edited where it stands by the control its type asks for. */
export function FieldRow(props: FieldRowProps) {
  const { record, field, words } = props;
  const id = useId();
  const label = words.label(field.key);
  const isFixed = !field.editable || record.locked?.includes(field.key);
  return (
    <Row label={label} htmlFor={!isFixed && isChosen(field) ? id : undefined} required={field.required}>
      {record.deletedAt || isFixed ? (
        <ReadOnly {...props} />
      ) : isChosen(field) ? (
        <ChosenRow {...props} id={id} />
      ) : (
        <TypedRow {...props} label={label} />
      )}
    </Row>
  );
}

/** A label and what stands beside it. */
export function Row({
  label,
  htmlFor,
  required,
  children,
}: {
  label: string;
  htmlFor?: string;
  required?: boolean;
  children: ReactNode;
}) {
  return (
    <div className="grid min-h-9 grid-cols-[8rem_1fr] items-center gap-2 max-md:grid-cols-[7rem_1fr]">
      <label
        htmlFor={htmlFor}
        className="self-start py-2 break-words max-md:py-2.5 text-ink-muted hyphens-auto"
      >
        {label}
        {required && (
          <span aria-hidden className="ml-0.5 text-danger-text">
            *
          </span>
        )}
      </label>
      <div className="min-w-0">{children}</div>
    </div>
  );
}

function ReadOnly({ record, names, field, words }: FieldRowProps) {
  const t = useTranslations("record");
  const { slug } = useWorkspace();
  const value = record.values[field.key];
  const text = words.text(field.key, value, { names, currency: currencyOf(record) });
  const href =
    field.linksTo && typeof value === "string"
      ? recordHref(slug, { entity: field.linksTo, id: value })
      : null;
  return (
    <p className="px-2.5 break-words whitespace-pre-line">
      {href && text ? (
        <Link href={href} className="font-medium text-accent-text hover:underline">
          {text}
        </Link>
      ) : (
        text || <Blank>{t("blank")}</Blank>
      )}
    </p>
  );
}

type TypedRowProps = FieldRowProps & { label: string };

function TypedRow(props: TypedRowProps) {
  const { record, names, field, words, label } = props;
  const t = useTranslations("record");
  const may = useMay();
  const locale = useLocale();
  const disabled = !may(`${record.entity}.edit`, record);
  const value = record.values[field.key];
  if (field.type === "money") {
    const MoneyOf = field.customId === null ? AmountRow : OwnMoneyRow;
    return <MoneyOf {...props} disabled={disabled} />;
  }
  const shown = words.text(field.key, value, { names, currency: currencyOf(record) });
  const isLong = field.more.long === true;
  return (
    <div className="pl-2.5">
      <TextRow
        {...{ record, label, disabled }}
        field={field.key}
        value={field.type === "number" && typeof value === "number" ? decimal(value, locale) : shown}
        shown={shown ? <Shown field={field} text={shown} /> : undefined}
        multiline={isLong}
        maxLength={isLong ? 10_000 : field.type === "url" ? 1_000 : 500}
        inputMode={field.type === "number" ? "decimal" : undefined}
        {...(field.type === "number" && { read: readNumber, unreadable: t("notANumber") })}
        className="max-w-full"
      />
    </div>
  );
}

// The record's own amount, in the record's currency; a deal with products has theirs.
function AmountRow({ record, field, label, disabled }: TypedRowProps & { disabled: boolean }) {
  const { currency: usual } = useWorkspace();
  const counted = useAmountOfLines(record);
  return (
    <div className="pl-2.5">
      <MoneyRow
        {...{ record, label }}
        worth={{
          amountMinor: Number(record.values[field.key] ?? 0),
          currency: currencyOf(record) || usual,
        }}
        disabled={disabled || counted}
        field={field.key}
        big
        changesOf={({ amountMinor, currency }) => ({
          [field.key]: amountMinor ?? 0,
          ...("currency" in record.values && { currency }),
        })}
      />
      {counted && <AmountOfLinesNote />}
    </div>
  );
}

function OwnMoneyRow({ record, field, label, disabled }: TypedRowProps & { disabled: boolean }) {
  const { currency: usual } = useWorkspace();
  const value = record.values[field.key];
  return (
    <div className="pl-2.5">
      <MoneyRow
        {...{ record, label, disabled }}
        worth={isMoney(value) ? value : { amountMinor: null, currency: field.more.currency ?? usual }}
        field={field.key}
        changesOf={({ amountMinor, currency }) => ({
          [field.key]: amountMinor === null ? null : { amountMinor, currency },
        })}
      />
    </div>
  );
}

function Shown({ field, text }: { field: FieldInfo; text: string }) {
  if (field.type === "number") return <span className="tabular">{text}</span>;
  return <span className="break-words whitespace-pre-line">{text}</span>;
}

// A choice is saved when it is made, and shown at once.
function ChosenRow({ record, names, field, words, id }: FieldRowProps & { id: string }) {
  const t = useTranslations("record");
  const may = useMay();
  const { save, error, begin } = useUpdateRecord(record);
  const { say, fields } = useRefusals();
  const label = words.label(field.key);
  const before = record.values[field.key] ?? null;
  const fault = error ? (fields(error)[field.key] ?? say(error)) : null;
  const change = async (value: unknown, chosen: Record<string, string> = {}) => {
    begin();
    if (!(await save({ [field.key]: value }, chosen))) return;
    toast.success(t("saved", { field: label }), {
      id: `saved-${record.id}-${field.key}`,
      undo: () => void save({ [field.key]: before }),
    });
  };
  return (
    <>
      <FieldControl
        id={id}
        field={field}
        value={record.values[field.key]}
        names={names}
        recordId={record.id}
        disabled={!may(`${record.entity}.edit`, record)}
        aria-invalid={fault ? true : undefined}
        onChange={(value, chosen) => void change(value, chosen)}
        className="border-transparent bg-transparent hover:bg-ink/6"
      />
      {fault && (
        <p role="alert" className="mt-0.5 px-2.5 text-sm text-danger-text">
          {fault}
        </p>
      )}
    </>
  );
}

function currencyOf(record: RecordData): string {
  const { currency } = record.values;
  return typeof currency === "string" ? currency : "";
}

function decimal(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 4, useGrouping: false }).format(value);
}

function readNumber(typed: string): number | undefined {
  const plain = typed.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".");
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
