"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { EditBeside } from "@/components/ui/edit-beside";
import { toast } from "@/components/ui/toast";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import type { Names, RecordData } from "@/server/crm/records/contract";
import type { FieldInfo } from "@/server/fields/contract";
import { AmountOfLinesNote, useAmountOfLines } from "./amount-of-lines";
import { FieldControl, isChosen } from "./field-control";
import { type FieldWords, isMoney } from "./field-words";
import { MoneyRow } from "./money-row";
import { ShownValue } from "./shown-value";
import { Blank, TextRow } from "./text-row";
import { useUpdateRecord } from "./use-record";
import { valueHref } from "./value-href";

export type FieldRowProps = { record: RecordData; names: Names; field: FieldInfo; words: FieldWords };

/** One field of a record, edited where it stands by the control its type asks for. */
export function FieldRow(props: FieldRowProps) {
  const { record, field, words } = props;
  const id = useId();
  const label = words.label(field.key);
  const isFixed = !field.editable || record.locked?.includes(field.key);
  return (
    <Row
      label={label}
      htmlFor={!isFixed && isChosen(field) ? id : undefined}
      required={field.required}
      missing={field.required && isMissing(record.values[field.key])}
    >
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

const isMissing = (value: unknown) => value === null || value === undefined;

/** A label and what stands beside it. */
export function Row({
  label,
  htmlFor,
  required,
  missing,
  children,
}: {
  label: string;
  htmlFor?: string;
  required?: boolean;
  /** A required value that is lacking: what made the record had nobody to ask. */
  missing?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("record");
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
        {missing && <span className="block text-sm text-warn-text">{t("lacking")}</span>}
      </label>
      <div className="min-w-0">{children}</div>
    </div>
  );
}

function ReadOnly({ record, names, field, words }: FieldRowProps) {
  const t = useTranslations("record");
  const value = record.values[field.key];
  const text = words.text(field.key, value, { names, currency: currencyOf(record) });
  return (
    <p className="px-2.5 break-words whitespace-pre-line">
      {text ? <ShownValue field={field} value={value} text={text} /> : <Blank>{t("blank")}</Blank>}
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
        shown={shown ? <ShownValue field={field} value={value} text={shown} /> : undefined}
        leads={valueHref(field, value) !== null}
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

// A choice is saved when it is made, and shown at once.
function ChosenRow({ record, names, field, words, id }: FieldRowProps & { id: string }) {
  const t = useTranslations("record");
  const may = useMay();
  const { save, error, begin } = useUpdateRecord(record);
  const { say, fields } = useRefusals();
  const label = words.label(field.key);
  const before = record.values[field.key] ?? null;
  const fault = error ? (fields(error)[field.key] ?? say(error)) : null;
  const [choosing, setChoosing] = useState(false);
  const held = words.text(field.key, before, { names, currency: currencyOf(record) });
  const disabled = !may(`${record.entity}.edit`, record);
  // The button that opened the list comes back where the list was.
  const leave = () => {
    setChoosing(false);
    requestAnimationFrame(() => document.getElementById(id)?.focus());
  };
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
      {field.type === "link" && held && !choosing ? (
        <EditBeside
          id={id}
          label={t("edit", { field: label, value: held })}
          disabled={disabled}
          onClick={() => setChoosing(true)}
          className="pl-2.5"
        >
          <ShownValue field={field} value={before} text={held} />
        </EditBeside>
      ) : (
        <FieldControl
          id={id}
          field={field}
          value={before}
          names={names}
          recordId={record.id}
          disabled={disabled}
          aria-invalid={fault ? true : undefined}
          onChange={(value, chosen) => void change(value, chosen)}
          className="border-transparent bg-transparent hover:bg-ink/6"
          {...(choosing && { defaultOpen: true, onClose: leave })}
        />
      )}
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
