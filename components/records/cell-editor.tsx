"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { useTRPC } from "@/components/api/trpc";
import { useDirectory } from "@/components/deals/use-directory";
import { Combobox } from "@/components/ui/combobox";
import { DatePicker } from "@/components/ui/date-picker";
import { Input } from "@/components/ui/input";
import { MoneyInput } from "@/components/ui/money-input";
import { MultiCombobox } from "@/components/ui/multi-combobox";
import { StageDot } from "@/components/ui/stage-dot";
import { useDates } from "@/components/workspace/dates";
import { useWorkspace } from "@/components/workspace/workspace";
import { moneyIn } from "./cell-value";
import { MomentEditor } from "./moment-editor";
import type { ListField } from "./use-list-fields";
import type { ListWords } from "./use-list-words";
import type { ListedRecord } from "./use-record-pages";

export type CellEditorProps = {
  record: ListedRecord;
  field: ListField;
  /** What it begins with: the record's value, or what was typed before it was refused. */
  draft: unknown;
  names: Record<string, string>;
  words: ListWords;
  error?: string | undefined;
  /** `name` is that of a chosen record or member. `next`: the editor goes on to the next cell. */
  onSave: (value: unknown, more?: { name?: string | undefined; next?: boolean }) => void;
  onCancel: () => void;
};

const plain: readonly ListField["type"][] = ["text", "url", "number", "money"];

/** The control that a cell becomes. Enter and leaving save, Tab goes on to the next cell, Escape forgets. */
export function CellEditor(props: CellEditorProps) {
  const { field } = props;
  if (plain.includes(field.type)) return <TypedEditor {...props} />;
  if (field.type === "date") return <DayEditor {...props} />;
  if (field.type === "datetime") return <MomentEditor {...props} />;
  if (field.type === "link") return <LinkEditor {...props} />;
  if (field.type === "stage") return <StageEditor {...props} />;
  if (field.type === "multi_list") return <ManyEditor {...props} />;
  return <ChoiceEditor {...props} />;
}

function TypedEditor({ record, field, draft, error, onSave, onCancel }: CellEditorProps) {
  const t = useTranslations("records.cell");
  const language = useLocale();
  const { currency } = useWorkspace();
  const money = moneyIn(record, draft, field.more.currency ?? currency);
  const unit = money?.currency ?? field.more.currency ?? currencyOf(record) ?? currency;
  const [text, setText] = useState(
    typeof draft === "number" && field.type === "number"
      ? new Intl.NumberFormat(language, { maximumFractionDigits: 4, useGrouping: false }).format(draft)
      : typeof draft === "string"
        ? draft
        : "",
  );
  const [amount, setAmount] = useState(money?.amountMinor ?? null);
  const [unreadable, setUnreadable] = useState(false);
  const [done, setDone] = useState(false);
  const value = () => {
    if (field.type === "money") {
      return field.customId ? amount !== null && { amountMinor: amount, currency: unit } : amount;
    }
    if (field.type !== "number") return text.trim() || null;
    const compact = text.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".");
    return compact === "" ? null : /^-?\d+(\.\d+)?$/.test(compact) ? Number(compact) : undefined;
  };
  const save = (next: boolean) => {
    const read = value();
    if (read === undefined || unreadable) return;
    setDone(true);
    onSave(read === false ? null : read, { next });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      setDone(true);
      onCancel();
    }
    if (event.key !== "Enter" && event.key !== "Tab") return;
    event.preventDefault();
    save(event.key === "Tab" && !event.shiftKey);
  };
  const control = {
    "aria-label": t("edit", { field: field.label }),
    "aria-invalid": error ? true : undefined,
    title: error,
    // The person has just asked to write here.
    autoFocus: true,
    onKeyDown,
    onBlur: () => !done && save(false),
    className: "h-8! rounded-sm!",
  } as const;
  if (field.type === "money") {
    return (
      <MoneyInput
        {...control}
        currency={unit}
        value={amount}
        onValueChange={setAmount}
        onUnreadable={setUnreadable}
      />
    );
  }
  return (
    <Input
      {...control}
      inputMode={field.type === "number" ? "decimal" : undefined}
      maxLength={1_000}
      aria-invalid={value() === undefined || control["aria-invalid"]}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  );
}

function DayEditor({ field, draft, onSave, onCancel }: CellEditorProps) {
  const t = useTranslations("records.cell");
  const { dayNamed, fromDay } = useDates();
  // A day of the organization's own field is a day; other dates are the noon of theirs.
  const kept = (next: string | null) => (field.customId ? next : fromDay(next));
  return (
    <DatePicker
      aria-label={t("edit", { field: field.label })}
      className="h-8! rounded-sm!"
      defaultOpen
      value={dayNamed(draft)}
      onValueChange={(next) => onSave(kept(next))}
      onClose={onCancel}
    />
  );
}

function LinkEditor({ field, draft, names, onSave, onCancel }: CellEditorProps) {
  const t = useTranslations("records.cell");
  const trpc = useTRPC();
  const [search, setSearch] = useState("");
  const entity = field.linksTo ?? "contact";
  const found = useQuery(
    trpc.records.list.queryOptions(
      { entity, search: search.trim() || undefined, columns: [], limit: 20 },
      { placeholderData: keepPreviousData },
    ),
  );
  const listed = (found.data?.records ?? []).map(({ id, title }) => ({ value: id, label: title }));
  const current = typeof draft === "string" ? draft : null;
  const known = current === null || listed.some((one) => one.value === current);
  const options = known ? listed : [{ value: current, label: names[current] ?? "" }, ...listed];
  return (
    <Combobox
      aria-label={t("edit", { field: field.label })}
      className="h-8! rounded-sm!"
      defaultOpen
      clearable={field.nullable && !field.required}
      options={options}
      loading={found.isPending}
      onSearch={setSearch}
      value={current}
      onValueChange={(id) => onSave(id, { name: options.find((one) => one.value === id)?.label })}
      onClose={onCancel}
    />
  );
}

// Within the pipeline the record stands in.
function StageEditor({ field, draft, onSave, onCancel }: CellEditorProps) {
  const t = useTranslations("records.cell");
  const { pipelines } = useDirectory();
  const here = pipelines.find(({ stages }) => stages.some((stage) => stage.id === draft));
  return (
    <Combobox
      aria-label={t("edit", { field: field.label })}
      className="h-8! rounded-sm!"
      defaultOpen
      options={(here?.stages ?? []).map(({ id, name, colour }) => ({
        value: id,
        label: name,
        icon: <StageDot colour={colour} />,
      }))}
      value={typeof draft === "string" ? draft : null}
      onValueChange={(id) => onSave(id)}
      onClose={onCancel}
    />
  );
}

function ChoiceEditor({ field, draft, names, words, onSave, onCancel }: CellEditorProps) {
  const t = useTranslations("records.cell");
  const options = words.offered(field, draft, names);
  return (
    <Combobox
      aria-label={t("edit", { field: field.label })}
      className="h-8! rounded-sm!"
      defaultOpen
      clearable={field.nullable && !field.required}
      options={options}
      value={typeof draft === "string" ? draft : null}
      onValueChange={(id) => onSave(id, { name: options.find((one) => one.value === id)?.label })}
      onClose={onCancel}
    />
  );
}

function ManyEditor({ field, draft, words, onSave }: CellEditorProps) {
  const t = useTranslations("records.cell");
  const [ids, setIds] = useState(Array.isArray(draft) ? draft.map(String) : []);
  return (
    <MultiCombobox
      aria-label={t("edit", { field: field.label })}
      className="h-8! rounded-sm!"
      defaultOpen
      options={words.offered(field, draft)}
      value={ids}
      onValueChange={setIds}
      onClose={() => onSave(ids.length > 0 ? ids : null)}
    />
  );
}

function currencyOf(record: ListedRecord): string | null {
  const { currency } = record.values;
  return typeof currency === "string" ? currency : null;
}
