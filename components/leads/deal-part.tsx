"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { MoneyInput } from "@/components/ui/money-input";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import type { Pipeline } from "@/server/pipelines/contract";
import type { ConversionDraft } from "./conversion-draft";

type Deal = ConversionDraft["deal"];

type DealPartProps = {
  value: Deal;
  currency: string;
  pipelines: readonly Pipeline[];
  onChange: (deal: Deal) => void;
};

/** The deal that a lead becomes; it may become none. */
export function DealPart({ value, currency, pipelines, onChange }: DealPartProps) {
  const t = useTranslations("lead.convert.deal");
  const set = (changes: Partial<Deal>) => onChange({ ...value, ...changes });
  return (
    <section aria-label={t("label")} className="flex flex-col gap-3">
      <div className="flex items-center justify-between gap-2">
        <h3 className="font-semibold">{t("label")}</h3>
        <Switch
          checked={value.wanted}
          disabled={pipelines.length === 0}
          onCheckedChange={(wanted) => set({ wanted })}
          aria-label={t("wanted")}
        />
      </div>
      {value.wanted && (
        <>
          <Field label={t("title")} required>
            <Input
              required
              maxLength={300}
              value={value.title}
              onChange={(event) => set({ title: event.target.value })}
            />
          </Field>
          <div className="flex gap-3 max-md:flex-col">
            <Field label={t("amount")} className="flex-1">
              <MoneyInput
                currency={currency}
                value={value.amountMinor === 0 ? null : value.amountMinor}
                onValueChange={(amountMinor) => set({ amountMinor: amountMinor ?? 0 })}
              />
            </Field>
            {pipelines.length > 1 && (
              <Field label={t("pipeline")} className="flex-1">
                <Select
                  options={pipelines.map(({ id, name }) => ({ value: id, label: name }))}
                  value={value.pipelineId}
                  onValueChange={(pipelineId) => set({ pipelineId })}
                />
              </Field>
            )}
          </div>
        </>
      )}
    </section>
  );
}
