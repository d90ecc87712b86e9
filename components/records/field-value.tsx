"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/components/api/trpc";
import { FileField } from "@/components/files/file-field";
import { CurrencySelect } from "@/components/record-page/currency-select";
import { DateTimePicker } from "@/components/record-page/date-time-picker";
import { Checkbox } from "@/components/ui/checkbox";
import { Combobox } from "@/components/ui/combobox";
import { DatePicker } from "@/components/ui/date-picker";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { MoneyInput } from "@/components/ui/money-input";
import { MultiCombobox } from "@/components/ui/multi-combobox";
import { useDates } from "@/components/workspace/dates";
import { useWorkspace } from "@/components/workspace/workspace";
import { inCurrency } from "@/server/platform/money";
import { instantIn } from "./cell-value";
import { isMoneyValue, type MoneyValue } from "./money-value";
import type { ListField } from "./use-list-fields";
import type { ListWords } from "./use-list-words";

type FieldValueProps = {
  field: ListField;
  value: unknown;
  onChange: (value: unknown) => void;
  words: ListWords;
  error?: string | undefined;
};

/** A field of a form: the control of its type under its name; the value is what the server takes, null for none. */
export function FieldValue({ field, value, onChange, words, error }: FieldValueProps) {
  const t = useTranslations("records.cell");
  const { dayNamed, fromDay } = useDates();
  const { currency } = useWorkspace();
  const shared = { label: field.label, error, required: field.required };
  const { type } = field;
  if (type === "checkbox") {
    return (
      <Checkbox
        label={field.label}
        checked={value === true}
        onCheckedChange={(on) => onChange(on === true)}
      />
    );
  }
  if (type === "money") {
    return (
      <AmountValue
        {...shared}
        value={isMoneyValue(value) ? value : null}
        usual={field.more.currency ?? currency}
        onChange={onChange}
      />
    );
  }
  if (type === "date") {
    return (
      <Field {...shared}>
        <DatePicker
          value={dayNamed(value)}
          onValueChange={(day) => onChange(field.customId ? day : fromDay(day))}
        />
      </Field>
    );
  }
  if (type === "datetime") {
    return (
      <Field {...shared}>
        <DateTimePicker value={instantIn(value)} onValueChange={onChange} />
      </Field>
    );
  }
  if (type === "file") {
    return (
      <Field {...shared}>
        <FileField value={value} onChange={onChange} recordId={null} />
      </Field>
    );
  }
  if (type === "link") return <LinkValue field={field} value={value} onChange={onChange} {...shared} />;
  if (type === "multi_list") {
    return (
      <Field {...shared}>
        <MultiCombobox
          options={words.offered(field)}
          value={Array.isArray(value) ? value.map(String) : []}
          onValueChange={(ids) => onChange(ids.length > 0 ? ids : null)}
        />
      </Field>
    );
  }
  if (type === "text" || type === "url" || type === "number") {
    const isNumber = type === "number";
    return (
      <Field {...shared}>
        <Input
          type={isNumber ? "number" : "text"}
          step={isNumber ? "any" : undefined}
          maxLength={1_000}
          value={typeof value === "string" || typeof value === "number" ? value : ""}
          onChange={({ target }) =>
            onChange(target.value === "" ? null : isNumber ? target.valueAsNumber : target.value)
          }
        />
      </Field>
    );
  }
  return (
    <Field {...shared}>
      <Combobox
        clearable
        placeholder={t("none")}
        options={words.offered(field)}
        value={typeof value === "string" ? value : null}
        onValueChange={onChange}
      />
    </Field>
  );
}

type AmountValueProps = {
  value: MoneyValue | null;
  /** What an amount is counted in at first. */
  usual: string;
  onChange: (value: MoneyValue | null) => void;
  label: string;
  error?: string | undefined;
  required: boolean;
};

// An amount means nothing without its currency: the records it is written into may have others.
function AmountValue({ value, usual, onChange, label, ...shared }: AmountValueProps) {
  const [unit, setUnit] = useState(value?.currency ?? usual);
  return (
    <Field label={label} {...shared}>
      <div className="flex gap-1.5">
        <MoneyInput
          aria-label={label}
          currency={unit}
          value={value?.amountMinor ?? null}
          onValueChange={(amountMinor) =>
            onChange(amountMinor === null ? null : { amountMinor, currency: unit })
          }
        />
        <CurrencySelect
          value={unit}
          onChange={(currency) => {
            setUnit(currency);
            if (value) onChange({ amountMinor: inCurrency(value.amountMinor, unit, currency), currency });
          }}
        />
      </div>
    </Field>
  );
}

type LinkValueProps = {
  field: ListField;
  value: unknown;
  onChange: (value: unknown) => void;
  label: string;
  error?: string | undefined;
  required: boolean;
};

function LinkValue({ field, value, onChange, ...shared }: LinkValueProps) {
  const t = useTranslations("records.cell");
  const trpc = useTRPC();
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const found = useQuery(
    trpc.records.list.queryOptions(
      {
        entity: field.linksTo ?? "contact",
        search: search.trim() || undefined,
        columns: [],
        limit: 20,
      },
      { placeholderData: keepPreviousData },
    ),
  );
  const listed = (found.data?.records ?? []).map(({ id, title }) => ({ value: id, label: title }));
  const known = !chosen || listed.some((one) => one.value === chosen.value);
  const options = known ? listed : [chosen, ...listed];
  return (
    <Field {...shared}>
      <Combobox
        clearable
        placeholder={t("none")}
        options={options}
        loading={found.isPending}
        onSearch={setSearch}
        value={typeof value === "string" ? value : null}
        onValueChange={(id) => {
          setChosen(options.find((one) => one.value === id) ?? null);
          onChange(id);
        }}
      />
    </Field>
  );
}
