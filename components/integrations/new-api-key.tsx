"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useId, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { InlineAlert } from "@/components/ui/inline-alert";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { ApiScope } from "@/server/public-api/contract";
import { CopyField } from "./copy-field";
import { ScopePicker } from "./scope-picker";

const terms = ["never", "30", "90", "365"] as const;

type NewApiKeyProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** Makes a key, and shows it once. */
export function NewApiKey({ open, onOpenChange }: NewApiKeyProps) {
  const [text, setText] = useState<string | null>(null);
  const toggle = (next: boolean) => {
    onOpenChange(next);
    if (!next) setText(null);
  };
  return (
    <Dialog open={open} onOpenChange={toggle}>
      {text === null ? <KeyForm onMade={setText} /> : <KeyShown text={text} onDone={() => toggle(false)} />}
    </Dialog>
  );
}

function KeyForm({ onMade }: { onMade: (text: string) => void }) {
  const t = useTranslations("integrations.api");
  const formId = useId();
  const { say, fields } = useRefusals();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const offered = useQuery(trpc.apiKeys.scopes.queryOptions());
  const [name, setName] = useState("");
  const [term, setTerm] = useState<(typeof terms)[number]>("never");
  const [scopes, setScopes] = useState<ApiScope[]>([]);
  const create = useMutation(
    trpc.apiKeys.create.mutationOptions({
      onSuccess: ({ text }) => onMade(text),
      onSettled: () => cache.invalidateQueries(trpc.apiKeys.list.queryFilter()),
    }),
  );
  const errors = fields(create.error);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    create.mutate({ name, scopes, expiresInDays: term === "never" ? null : Number(term) });
  };
  const elsewhere = create.error && !errors.name && !errors.scopes ? say(create.error) : null;
  return (
    <DialogContent
      title={t("newTitle")}
      footer={
        <Button type="submit" form={formId} variant="primary" pending={create.isPending}>
          {t("create")}
        </Button>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4">
        {elsewhere && <InlineAlert tone="danger">{elsewhere}</InlineAlert>}
        <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_11rem]">
          <Field label={t("name")} hint={t("nameHint")} error={errors.name} required>
            <Input value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
          </Field>
          <Field label={t("expires")}>
            <Select
              options={terms.map((value) => ({ value, label: t(`expiry.${value}`) }))}
              value={term}
              onValueChange={setTerm}
            />
          </Field>
        </div>
        <fieldset>
          <legend className="mb-1 font-medium">{t("scopes")}</legend>
          {errors.scopes && (
            <p role="alert" className="mb-1 text-sm text-danger-text">
              {errors.scopes}
            </p>
          )}
          <ScopePicker offered={offered.data ?? []} value={scopes} onChange={setScopes} />
        </fieldset>
      </form>
    </DialogContent>
  );
}

function KeyShown({ text, onDone }: { text: string; onDone: () => void }) {
  const t = useTranslations("integrations.api");
  return (
    <DialogContent
      title={t("shownTitle")}
      description={t("shownText")}
      footer={
        <Button variant="primary" onClick={onDone}>
          {t("done")}
        </Button>
      }
    >
      <CopyField value={text} label={t("newTitle")} wrap />
    </DialogContent>
  );
}
