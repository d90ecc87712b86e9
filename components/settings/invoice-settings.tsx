"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { requestIdOf, useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { RequisitesFields } from "@/components/invoices/requisites-fields";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { Field } from "@/components/ui/field";
import { InlineAlert } from "@/components/ui/inline-alert";
import { Input } from "@/components/ui/input";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { useDates } from "@/components/workspace/dates";
import { useMay } from "@/components/workspace/workspace";
import { numberFrom, type InvoiceSettings as Settings } from "@/server/crm/invoices/contract";
import { WebhookSettings } from "./webhook-settings";

/** How invoices are written here: our details, their numbers, and who reports payments. */
export function InvoiceSettings() {
  const trpc = useTRPC();
  const settings = useQuery(trpc.invoices.settings.queryOptions());
  if (settings.isError && !settings.data)
    return <ErrorState requestId={requestIdOf(settings.error)} onRetry={() => void settings.refetch()} />;
  if (!settings.data) return <SkeletonRows rows={6} />;
  return (
    <>
      <SettingsForm settings={settings.data} />
      <WebhookSettings settings={settings.data} />
    </>
  );
}

function SettingsForm({ settings }: { settings: Settings }) {
  const t = useTranslations("invoices.settings");
  const trpc = useTRPC();
  const client = useQueryClient();
  const mayEdit = useMay()("organization.edit");
  const { say, fields } = useRefusals();
  const { today } = useDates();
  const { seller, numberPattern, dueDays, note } = settings;
  const [draft, setDraft] = useState({ seller, numberPattern, dueDays, note });
  // Kept only once it was changed: others may be issuing invoices meanwhile.
  const [wanted, setWanted] = useState<number>();
  const nextNumber = wanted ?? settings.nextNumber;
  const change = (changes: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...changes }));
  const save = useMutation(
    trpc.invoices.saveSettings.mutationOptions({
      onSuccess: (saved) => {
        client.setQueryData(trpc.invoices.settings.queryKey(), saved);
        setWanted(undefined);
        toast.success(t("saved"));
      },
    }),
  );
  const errors = fields(save.error);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    save.mutate({ ...draft, nextNumber: wanted });
  };
  const example = numberFrom(draft.numberPattern, {
    year: Number(today.slice(0, 4)),
    count: nextNumber,
  });
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {!mayEdit && <InlineAlert>{t("readOnly")}</InlineAlert>}
      {save.error && Object.keys(errors).length === 0 && (
        <InlineAlert tone="danger">{say(save.error)}</InlineAlert>
      )}
      <fieldset disabled={!mayEdit} className="contents">
        <Card>
          <CardHeader title={t("sellerTitle")} text={t("sellerText")} />
          <RequisitesFields
            value={draft.seller}
            errors={errors}
            onChange={(changed) => change({ seller: changed })}
          />
        </Card>
        <Card>
          <CardHeader title={t("numberingTitle")} />
          <div className="grid gap-3 sm:grid-cols-3">
            <Field
              label={t("pattern")}
              hint={t("patternHint", { example })}
              error={errors.numberPattern}
              className="sm:col-span-3"
            >
              <Input
                maxLength={40}
                value={draft.numberPattern}
                onChange={(event) => change({ numberPattern: event.target.value })}
              />
            </Field>
            <Field label={t("next")} error={errors.nextNumber}>
              <Input
                inputMode="numeric"
                value={String(nextNumber)}
                onChange={(event) => setWanted(whole(event.target.value, 8))}
              />
            </Field>
            <Field label={t("dueDays")} error={errors.dueDays}>
              <Input
                inputMode="numeric"
                value={String(draft.dueDays)}
                onChange={(event) => change({ dueDays: whole(event.target.value, 3) })}
              />
            </Field>
            <Field label={t("note")} error={errors.note} className="sm:col-span-3">
              <Textarea
                rows={2}
                maxLength={2_000}
                value={draft.note ?? ""}
                onChange={(event) => change({ note: event.target.value || null })}
              />
            </Field>
          </div>
          {mayEdit && (
            <Button type="submit" variant="primary" className="mt-4" pending={save.isPending}>
              {t("save")}
            </Button>
          )}
        </Card>
      </fieldset>
    </form>
  );
}

function whole(text: string, digits: number): number {
  return Number(text.replace(/\D/g, "").slice(0, digits));
}
