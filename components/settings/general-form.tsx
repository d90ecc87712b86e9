"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type SubmitEvent, useMemo, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { currencyOptions } from "@/components/onboarding/currency-options";
import { timeZoneOptions } from "@/components/onboarding/time-zones";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { InlineAlert } from "@/components/ui/inline-alert";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { useMay } from "@/components/workspace/workspace";
import type { Organization } from "@/server/identity/contract";
import { currencies } from "@/server/platform/money";

const languages = [
  { value: "en", label: "English" },
  { value: "ru", label: "Русский" },
] as const;

type Editable = Pick<Organization, "name" | "timeZone" | "currency" | "language">;

/** The workspace's name, language, time zone and currency. */
export function GeneralForm({ organization }: { organization: Editable }) {
  const t = useTranslations("settings");
  const locale = useLocale();
  const router = useRouter();
  const trpc = useTRPC();
  const client = useQueryClient();
  const { say, fields } = useRefusals();
  const mayEdit = useMay()("organization.edit");
  const [draft, setDraft] = useState(organization);
  const change = (changes: Partial<Editable>) => setDraft((before) => ({ ...before, ...changes }));
  const zones = useMemo(
    () => timeZoneOptions(organization.timeZone, locale),
    [organization.timeZone, locale],
  );
  const save = useMutation(
    trpc.identity.updateOrganization.mutationOptions({
      onSuccess: () => {
        toast.success(t("saved"));
        // Its name stands in other answers, and its days in many.
        void client.invalidateQueries();
        router.refresh();
      },
    }),
  );
  const errors = fields(save.error);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    save.mutate(draft);
  };
  return (
    <Card>
      <CardHeader title={t("general.title")} text={mayEdit ? t("general.text") : t("readOnly")} />
      <form onSubmit={submit} noValidate>
        <fieldset disabled={!mayEdit} className="grid gap-4 sm:grid-cols-2">
          {save.error && Object.keys(errors).length === 0 && (
            <InlineAlert tone="danger" className="sm:col-span-2">
              {say(save.error)}
            </InlineAlert>
          )}
          <Field label={t("general.name")} error={errors.name}>
            <Input
              name="name"
              value={draft.name}
              maxLength={80}
              autoComplete="organization"
              onChange={(event) => change({ name: event.target.value })}
            />
          </Field>
          <Field label={t("general.language")} error={errors.language}>
            <Select
              options={languages}
              value={draft.language}
              disabled={!mayEdit}
              onValueChange={(language) => change({ language })}
            />
          </Field>
          <Field label={t("general.timeZone")} error={errors.timeZone}>
            <Combobox
              options={zones}
              value={draft.timeZone}
              disabled={!mayEdit}
              onValueChange={(timeZone) => timeZone && change({ timeZone })}
            />
          </Field>
          <Field label={t("general.currency")} hint={t("general.currencyHint")} error={errors.currency}>
            <Select
              options={currencyOptions([...new Set([...currencies, organization.currency])], locale)}
              value={draft.currency}
              disabled={!mayEdit}
              onValueChange={(currency) => change({ currency })}
            />
          </Field>
          {mayEdit && (
            <Button type="submit" variant="primary" className="justify-self-start" pending={save.isPending}>
              {t("save")}
            </Button>
          )}
        </fieldset>
      </form>
    </Card>
  );
}
