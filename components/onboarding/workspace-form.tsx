"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type SubmitEvent, useMemo, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { FormFrame } from "@/components/auth/form-frame";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { InlineAlert } from "@/components/ui/inline-alert";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import type { Industry } from "@/server/onboarding/contract";
import { currencies } from "@/server/platform/money";
import { currencyOptions } from "./currency-options";
import { guessCurrency } from "./guess-currency";
import { IndustryPicker, type IndustryPreview } from "./industry-picker";
import { timeZoneOptions, useBrowserTimeZone } from "./time-zones";
import { WorkingState } from "./working-state";

/** Makes a workspace: its name, what it sells, where and in which money. */
export function WorkspaceForm({ previews }: { previews: IndustryPreview[] }) {
  const t = useTranslations("site.onboarding");
  const required = useTranslations("auth.fault")("required");
  const language = useLocale();
  const router = useRouter();
  const trpc = useTRPC();
  const { say, fields } = useRefusals();
  const browserZone = useBrowserTimeZone();
  const [name, setName] = useState("");
  const [blank, setBlank] = useState(false);
  const [industry, setIndustry] = useState<Industry>("b2b_services");
  const [chosenZone, setZone] = useState<string | null>(null);
  const [chosenCurrency, setCurrency] = useState<string | null>(null);
  const [sampleData, setSampleData] = useState(true);
  const timeZone = chosenZone ?? browserZone;
  const currency = chosenCurrency ?? guessCurrency(timeZone, language);
  const zones = useMemo(() => timeZoneOptions(browserZone, language), [browserZone, language]);
  const create = useMutation(
    trpc.onboarding.create.mutationOptions({
      onSuccess: ({ slug }) => router.push(`/${slug}/deals`),
    }),
  );
  const errors = fields(create.error);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const empty = name.trim() === "";
    setBlank(empty);
    if (empty) event.currentTarget.querySelector<HTMLInputElement>("input[name=name]")?.focus();
    else create.mutate({ name, industry, timeZone, currency, language, sampleData });
  };

  if (create.isPending || create.isSuccess)
    return <WorkingState name={name.trim()} sampleData={sampleData} />;
  return (
    <FormFrame title={t("title")} text={t("text")}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-6">
        {create.error && <InlineAlert tone="danger">{say(create.error)}</InlineAlert>}
        <Field
          label={t("name")}
          hint={t("nameHint")}
          error={blank && name.trim() === "" ? required : errors.name}
          required
        >
          <Input
            name="name"
            value={name}
            maxLength={80}
            autoComplete="organization"
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <fieldset>
          <legend className="mb-1 text-sm font-medium">{t("industry")}</legend>
          <IndustryPicker previews={previews} value={industry} onValueChange={setIndustry} />
        </fieldset>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t("currency")} error={errors.currency}>
            <Select
              options={currencyOptions(currencies, language)}
              value={currency}
              onValueChange={setCurrency}
            />
          </Field>
          <Field label={t("timeZone")} error={errors.timeZone}>
            <Combobox options={zones} value={timeZone} onValueChange={setZone} />
          </Field>
        </div>
        <div className="flex items-start gap-3">
          <Switch
            id="sample"
            className="mt-0.5"
            aria-describedby="sample-hint"
            checked={sampleData}
            onCheckedChange={setSampleData}
          />
          <div>
            <label htmlFor="sample" className="font-medium">
              {t("sample")}
            </label>
            <p id="sample-hint" className="text-ink-muted">
              {t("sampleHint")}
            </p>
          </div>
        </div>
        <Button type="submit" variant="primary" size="lg" className="self-start max-md:self-stretch">
          {t("submit")}
        </Button>
      </form>
    </FormFrame>
  );
}
