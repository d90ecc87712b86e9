"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { useDirectory } from "@/components/deals/use-directory";
import { FileField } from "@/components/files/file-field";
import { CurrencyChoice } from "@/components/products/currency-choice";
import { instantIn } from "@/components/records/cell-value";
import { withChosen } from "@/components/records/choices-left";
import { Combobox, type ComboboxOption } from "@/components/ui/combobox";
import { DatePicker } from "@/components/ui/date-picker";
import { memberChoice } from "@/components/ui/member-choice";
import { MultiCombobox } from "@/components/ui/multi-combobox";
import { stageColour } from "@/components/ui/stage-colours";
import { Switch } from "@/components/ui/switch";
import { useDates } from "@/components/workspace/dates";
import type { Language } from "@/messages";
import type { Names } from "@/server/crm/records/contract";
import { type FieldInfo, type FieldOption, optionName } from "@/server/fields/contract";
import { DateTimePicker } from "./date-time-picker";
import { RecordPicker } from "./record-picker";

const chosen = ["date", "datetime", "list", "multi_list", "checkbox", "member", "link", "source", "file"];

/** Whether the field is chosen from something rather than typed. */
export function isChosen(field: FieldInfo): boolean {
  return chosen.includes(field.type) || isCurrency(field);
}

function isCurrency({ key, customId }: FieldInfo): boolean {
  return key === "currency" && customId === null;
}

type FieldControlProps = {
  field: FieldInfo;
  value: unknown;
  names: Names;
  recordId: string;
  /** The value as the API takes it, and names of what was chosen. */
  onChange: (value: unknown, names?: Record<string, string>) => void;
  /** Where something is chosen from a list: it opens at once, and tells when it closes. */
  defaultOpen?: boolean;
  onClose?: () => void;
} & Pick<ComponentProps<"button">, "id" | "className" | "disabled" | "aria-invalid" | "aria-label">;

/** The control of a field that is chosen from something. */
export function FieldControl(props: FieldControlProps) {
  const { type } = props.field;
  if (type === "date") return <DayControl {...props} />;
  if (type === "multi_list") return <ManyControl {...props} />;
  if (type === "link") return <LinkControl {...props} />;
  const { value, onChange, field: _field, names: _names, recordId, className, ...control } = props;
  if (type === "file") return <FileField {...control} {...{ value, onChange, recordId }} />;
  if (type === "datetime") {
    return (
      <DateTimePicker {...control} className={className} value={instantIn(value)} onValueChange={onChange} />
    );
  }
  if (type === "checkbox") {
    return (
      <Switch
        id={control.id}
        disabled={control.disabled}
        checked={value === true}
        onCheckedChange={(on) => onChange(on)}
        className="ml-2.5"
      />
    );
  }
  if (isCurrency(props.field)) {
    return (
      <CurrencyChoice
        {...control}
        className={className}
        value={typeof value === "string" ? value : ""}
        onChange={onChange}
      />
    );
  }
  return <OneControl {...props} />;
}

// A day of the organization's own is stored as such; a built-in one is an instant.
function DayControl({
  field,
  value,
  names: _names,
  recordId: _recordId,
  onChange,
  ...control
}: FieldControlProps) {
  const { dayNamed, fromDay } = useDates();
  const own = field.customId !== null;
  return (
    <DatePicker
      {...control}
      value={dayNamed(value)}
      onValueChange={(day) => onChange(own ? day : fromDay(day))}
    />
  );
}

function ManyControl({
  field,
  value,
  names: _names,
  recordId: _recordId,
  onChange,
  ...control
}: FieldControlProps) {
  const gone = useGone();
  const locale = useLocale();
  return (
    <MultiCombobox
      {...control}
      options={withChosen(choices(field, locale), value, (id) => gone(field, id))}
      value={Array.isArray(value) ? value.map(String) : []}
      onValueChange={(next) => onChange(next.length > 0 ? next : null)}
    />
  );
}

function LinkControl({ field, value, names, recordId: _recordId, onChange, ...control }: FieldControlProps) {
  const id = textOrNull(value);
  return (
    <RecordPicker
      {...control}
      entity={field.linksTo ?? "contact"}
      value={id ? { id, name: names[id] ?? "" } : null}
      onChange={(one) => onChange(one?.id ?? null, one ? { [one.id]: one.name } : {})}
    />
  );
}

function OneControl({ field, value, names, recordId: _recordId, onChange, ...control }: FieldControlProps) {
  const directory = useDirectory();
  const gone = useGone();
  const locale = useLocale();
  const members = directory.members.map(memberChoice);
  const sources = directory.sources.map(({ id, name }) => ({ value: id, label: name }));
  const offered =
    field.type === "member" ? members : field.type === "source" ? sources : choices(field, locale);
  return (
    <Combobox
      {...control}
      clearable={field.nullable}
      options={withChosen<ComboboxOption>(offered, value, (id) => gone(field, id, names))}
      value={textOrNull(value)}
      onValueChange={(next) => onChange(next)}
    />
  );
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function choices(field: FieldInfo, locale: Language): ComboboxOption[] {
  return (field.options ?? []).filter((one) => !one.archived).map((one) => asOption(one, locale));
}

/** What is chosen and can be chosen no more, under the name it had. */
function useGone() {
  const t = useTranslations("record");
  const locale = useLocale();
  return (field: FieldInfo, id: string, names: Names = {}): ComboboxOption => {
    const archived = field.options?.find((one) => one.id === id);
    if (archived) return asOption(archived, locale);
    // A choice of Pult's own that is not among those offered was written by hand: a unit.
    const isWritten = field.options !== null && field.customId === null;
    return { value: id, label: names[id] ?? (isWritten ? id : t("gone")) };
  };
}

function asOption(option: FieldOption, locale: Language): ComboboxOption {
  const { id, colour } = option;
  const dot = colour && (
    <span aria-hidden className="size-2 rounded-full" style={{ background: stageColour(colour) }} />
  );
  return { value: id, label: optionName(option, locale), ...(dot && { icon: dot }) };
}
