"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { InlineText } from "@/components/deals/inline-text";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { RecordData } from "@/server/crm/records/contract";
import { useUpdateRecord } from "./use-record";

type TextRowProps = {
  record: RecordData;
  field: string;
  label: string;
  /** What is shown; the value itself when absent. */
  shown?: ReactNode;
  /** What is shown leads somewhere when it is pressed. */
  leads?: boolean;
  /** The value as it is typed. */
  value: string;
  /** What was typed as a value; undefined when it is none, with the words for it. */
  read?: (typed: string) => unknown;
  unreadable?: string;
  multiline?: boolean;
  required?: boolean;
  maxLength: number;
  type?: "text" | "url";
  inputMode?: "decimal";
  disabled: boolean;
  className?: string;
  inputClassName?: string;
};

/** A field that is typed: text, a number, an address. */
export function TextRow(props: TextRowProps) {
  const { record, field, label, shown, leads, value, read, unreadable, required, disabled, className } =
    props;
  const t = useTranslations("record");
  const refusals = useRefusals();
  const [draft, setDraft] = useState(value);
  const [bad, setBad] = useState(false);
  const { save, begin, pending, error } = useUpdateRecord(record);
  const fault = bad
    ? unreadable
    : error
      ? (refusals.fields(error)[field] ?? refusals.fields(error)[`changes.${field}`] ?? refusals.say(error))
      : undefined;
  const control = {
    autoFocus: true,
    "aria-label": label,
    maxLength: props.maxLength,
    "aria-invalid": fault ? (true as const) : undefined,
    value: draft,
    className: props.inputClassName,
  };
  return (
    <InlineText
      shown={shown ?? (value ? <span className="break-words">{value}</span> : <Blank>{t("add")}</Blank>)}
      label={t("edit", { field: label, value: value || t("blank") })}
      leads={leads}
      className={className}
      disabled={disabled}
      pending={pending}
      error={fault}
      saveLabel={t("save")}
      onStart={() => {
        setDraft(value);
        setBad(false);
        begin();
      }}
      onSave={async () => {
        if (draft.trim() === value.trim() || (required && draft.trim() === "")) return true;
        const next = draft.trim() === "" ? null : read ? read(draft) : draft;
        setBad(next === undefined);
        if (next === undefined) return false;
        return save({ [field]: next });
      }}
      editor={
        props.multiline ? (
          <Textarea
            {...control}
            onChange={(event) => setDraft(event.target.value)}
            // A new line belongs to the text; with Ctrl, Enter saves as elsewhere.
            onKeyDown={(event) => {
              if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) event.stopPropagation();
            }}
          />
        ) : (
          <Input
            {...control}
            type={props.type}
            inputMode={props.inputMode}
            onChange={(event) => setDraft(event.target.value)}
          />
        )
      }
    />
  );
}

/** What is said where nothing is. */
export function Blank({ children }: { children: ReactNode }) {
  return <span className="text-ink-faint">{children}</span>;
}
