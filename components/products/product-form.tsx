"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, useId, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { TaxSelect } from "@/components/line-items/tax-select";
import { UnitSelect } from "@/components/line-items/unit-select";
import { FieldValue } from "@/components/records/field-value";
import { useListFields } from "@/components/records/use-list-fields";
import { useListWords } from "@/components/records/use-list-words";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { InlineAlert } from "@/components/ui/inline-alert";
import { Input } from "@/components/ui/input";
import { MoneyInput } from "@/components/ui/money-input";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { useWorkspace } from "@/components/workspace/workspace";
import type { Product } from "@/server/crm/products/contract";
import { asTree } from "./category-order";
import { CurrencyChoice } from "./currency-choice";
import { OtherPrices } from "./other-prices";
import { useCategories, useProductChanges } from "./use-products";

type ProductFormProps = { category: string | null; onDone: () => void };

type Draft = Pick<
  Product,
  | "name"
  | "sku"
  | "unit"
  | "priceMinor"
  | "currency"
  | "otherPrices"
  | "taxRate"
  | "taxIncluded"
  | "categoryId"
  | "description"
  | "status"
>;

/** Everything about a product that is to be, the organization's own fields among it. */
export function ProductForm({ category, onDone }: ProductFormProps) {
  const t = useTranslations("products.form");
  const { currency } = useWorkspace();
  const switchId = useId();
  const { say, fields: faultsOf } = useRefusals();
  const { create } = useProductChanges();
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(currency, category));
  const [custom, setCustom] = useState<Record<string, unknown>>({});
  const own = useListFields("product").fields.filter(({ customId, editable }) => customId && editable);
  const words = useListWords(own);
  const change = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  const faults = create.error ? faultsOf(create.error) : {};
  const fault = (key: keyof Draft) => faults[key];
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    create.mutate(
      { ...draft, ...(own.length > 0 && { custom }) },
      {
        onSuccess: () => {
          toast.success(t("created", { name: draft.name }));
          onDone();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {create.error && Object.keys(faults).length === 0 && (
        <InlineAlert tone="danger">{say(create.error)}</InlineAlert>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("name")} required error={fault("name")} className="sm:col-span-2">
          <Input
            // A new product begins with its name.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            maxLength={300}
            value={draft.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        </Field>
        <Field label={t("price")} error={fault("priceMinor")}>
          <MoneyInput
            currency={draft.currency}
            value={draft.priceMinor}
            onValueChange={(priceMinor) => change({ priceMinor: priceMinor ?? 0 })}
          />
        </Field>
        <Field label={t("currency")} error={fault("currency")}>
          <CurrencyChoice value={draft.currency} onChange={(code) => change({ currency: code })} />
        </Field>
        <OtherPrices draft={draft} onChange={(otherPrices) => change({ otherPrices })} />
        <Field label={t("unit")} error={fault("unit")}>
          <UnitSelect unit={draft.unit} onChangeUnit={(unit) => change({ unit })} />
        </Field>
        <Field label={t("tax")} error={fault("taxRate")}>
          <TaxSelect tax={draft} onChangeTax={change} />
        </Field>
        <Field label={t("sku")} error={fault("sku")}>
          <Input
            maxLength={60}
            value={draft.sku ?? ""}
            onChange={(event) => change({ sku: event.target.value || null })}
          />
        </Field>
        <Field label={t("category")} error={fault("categoryId")}>
          <CategoryChoice value={draft.categoryId} onChange={(categoryId) => change({ categoryId })} />
        </Field>
        <Field label={t("description")} error={fault("description")} className="sm:col-span-2">
          <Textarea
            rows={3}
            maxLength={5_000}
            value={draft.description ?? ""}
            onChange={(event) => change({ description: event.target.value || null })}
          />
        </Field>
        {own.map((field) => (
          <FieldValue
            key={field.key}
            field={field}
            words={words}
            error={faults[field.key]}
            value={custom[field.key] ?? null}
            onChange={(value) => setCustom({ ...custom, [field.key]: value })}
          />
        ))}
        <label htmlFor={switchId} className="flex items-center gap-2 sm:col-span-2">
          <Switch
            id={switchId}
            checked={draft.status === "active"}
            onCheckedChange={(on) => change({ status: on ? "active" : "archived" })}
          />
          {t("onSale")}
        </label>
      </div>
      <div className="flex gap-2">
        <Button type="submit" variant="primary" pending={create.isPending}>
          {t("add")}
        </Button>
        <Button onClick={onDone}>{t("cancel")}</Button>
      </div>
    </form>
  );
}

function emptyDraft(currency: string, categoryId: string | null): Draft {
  const money = { priceMinor: 0, currency, otherPrices: {}, taxRate: null, taxIncluded: true };
  return { name: "", sku: null, unit: "pcs", ...money, categoryId, description: null, status: "active" };
}

type ChoiceProps<Value> = { value: Value; onChange: (value: Value) => void };

function CategoryChoice({ value, onChange, ...props }: ChoiceProps<string | null>) {
  const t = useTranslations("products.form");
  const categories = useCategories();
  return (
    <select
      {...props}
      className="control"
      value={value ?? ""}
      onChange={(event) => onChange(event.target.value || null)}
    >
      <option value="">{t("noCategory")}</option>
      {asTree(categories).map(({ category, depth }) => (
        <option key={category.id} value={category.id}>
          {`${"\u00a0\u00a0".repeat(depth)}${category.name}`}
        </option>
      ))}
    </select>
  );
}
