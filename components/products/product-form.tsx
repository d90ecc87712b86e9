"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useId, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { TaxSelect } from "@/components/line-items/tax-select";
import { UnitSelect } from "@/components/line-items/unit-select";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { InlineAlert } from "@/components/ui/inline-alert";
import { Input } from "@/components/ui/input";
import { MoneyInput } from "@/components/ui/money-input";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import type { Product } from "@/server/crm/products/contract";
import { asTree } from "./category-order";
import { useCategories, useProductChanges } from "./use-products";

type ProductFormProps = { product?: Product; category?: string | null; onDone: () => void };

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

/** Everything about a product, made or changed. */
export function ProductForm({ product, category = null, onDone }: ProductFormProps) {
  const t = useTranslations("products.form");
  const { currency } = useWorkspace();
  const may = useMay();
  const switchId = useId();
  const { say, fields } = useRefusals();
  const { create, update, remove, restore } = useProductChanges();
  const editable = may(product ? "product.edit" : "product.create", product);
  const [draft, setDraft] = useState<Draft>(() => draftOf(product, currency, category));
  const change = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  const error = create.error ?? update.error;
  const faults = error ? fields(error) : {};
  const fault = (key: keyof Draft) => faults[key] ?? faults[`changes.${key}`];
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = (key: "created" | "saved") => () => {
      toast.success(t(key, { name: draft.name }));
      onDone();
    };
    if (!product) return create.mutate(draft, { onSuccess: said("created") });
    const { id: productId, version } = product;
    update.mutate({ productId, version, changes: draft }, { onSuccess: said("saved") });
  };
  const drop = ({ id: productId, name }: Product) =>
    remove.mutate(
      { productId },
      {
        onSuccess: () => {
          toast.success(t("deleted", { name }), { undo: () => restore.mutate({ productId }) });
          onDone();
        },
        onError: (fault) => toast.error(say(fault)),
      },
    );
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {!editable && <InlineAlert>{t("readOnly")}</InlineAlert>}
      {error && Object.keys(faults).length === 0 && <InlineAlert tone="danger">{say(error)}</InlineAlert>}
      <fieldset disabled={!editable} className="grid gap-4 sm:grid-cols-2">
        <Field label={t("name")} required error={fault("name")} className="sm:col-span-2">
          <Input
            // A new product begins with its name.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={!product}
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
        <label htmlFor={switchId} className="flex items-center gap-2 sm:col-span-2">
          <Switch
            id={switchId}
            checked={draft.status === "active"}
            onCheckedChange={(on) => change({ status: on ? "active" : "archived" })}
          />
          {t("onSale")}
        </label>
      </fieldset>
      <div className="flex gap-2">
        {editable && (
          <Button type="submit" variant="primary" pending={create.isPending || update.isPending}>
            {t(product ? "save" : "add")}
          </Button>
        )}
        <Button onClick={onDone}>{t("cancel")}</Button>
        {product && may("product.delete") && (
          <Button variant="ghost" className="ml-auto text-danger-text" onClick={() => drop(product)}>
            {t("delete")}
          </Button>
        )}
      </div>
    </form>
  );
}

function draftOf(product: Product | undefined, currency: string, categoryId: string | null): Draft {
  if (!product) {
    const money = { priceMinor: 0, currency, otherPrices: {}, taxRate: null, taxIncluded: true };
    return { name: "", sku: null, unit: "pcs", ...money, categoryId, description: null, status: "active" };
  }
  const { name, sku, unit, priceMinor, otherPrices, taxRate, taxIncluded, description, status } = product;
  const money = { priceMinor, currency: product.currency, otherPrices, taxRate, taxIncluded };
  return { name, sku, unit, ...money, categoryId: product.categoryId, description, status };
}

type ChoiceProps<Value> = { value: Value; onChange: (value: Value) => void };

/** The currencies the workspace counts in. */
export function CurrencyChoice({
  value,
  onChange,
  label,
  ...props
}: ChoiceProps<string> & { label?: string }) {
  const { currency } = useWorkspace();
  const enabled = useQuery(useTRPC().currencies.list.queryOptions()).data?.enabled ?? [];
  const codes = [...new Set([currency, ...enabled.map((one) => one.currency), value])];
  return (
    <select
      {...props}
      aria-label={label}
      className="control"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {codes.map((code) => (
        <option key={code}>{code}</option>
      ))}
    </select>
  );
}

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

type OtherPricesProps = { draft: Draft; onChange: (prices: Record<string, number>) => void };

// A price of its own in each other currency the workspace counts in; an empty one goes by the rate.
function OtherPrices({ draft, onChange }: OtherPricesProps) {
  const t = useTranslations("products.form");
  const enabled = useQuery(useTRPC().currencies.list.queryOptions()).data?.enabled ?? [];
  const known = [...enabled.map((one) => one.currency), ...Object.keys(draft.otherPrices)];
  const codes = [...new Set(known)].filter((code) => code !== draft.currency);
  if (codes.length === 0) return null;
  return (
    <fieldset className="sm:col-span-2">
      <legend className="mb-1 text-sm font-medium">{t("otherPrices")}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {codes.map((code) => (
          <MoneyInput
            key={code}
            aria-label={`${t("price")}, ${code}`}
            currency={code}
            value={draft.otherPrices[code] ?? null}
            onValueChange={(price) => {
              const { [code]: _, ...others } = draft.otherPrices;
              onChange(price === null ? others : { ...others, [code]: price });
            }}
          />
        ))}
      </div>
      <p className="mt-1 text-sm text-ink-muted">{t("otherPricesHint")}</p>
    </fieldset>
  );
}
