"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { useMay } from "@/components/workspace/workspace";
import type { InvoiceSettings } from "@/server/crm/invoices/contract";

/** Where payment systems report to, and the secret they sign with, shown once. */
export function WebhookSettings({ settings }: { settings: InvoiceSettings }) {
  const t = useTranslations("invoices.settings");
  const trpc = useTRPC();
  const client = useQueryClient();
  const { say } = useRefusals();
  const mayEdit = useMay()("organization.edit");
  const [asking, setAsking] = useState(false);
  const make = useMutation(
    trpc.invoices.makeWebhookSecret.mutationOptions({
      onSettled: () => {
        setAsking(false);
        void client.invalidateQueries(trpc.invoices.settings.queryFilter());
      },
      onError: (error) => toast.error(say(error)),
    }),
  );
  const secret = make.data?.secret;
  return (
    <Card>
      <CardHeader title={t("webhookTitle")} text={t("webhookText")} />
      <div className="flex flex-col gap-3">
        <Copied label={t("url")} value={settings.webhookUrl} />
        {secret ? (
          <Copied label={t("secret")} value={secret} hint={t("shownOnce")} />
        ) : (
          <p className="text-ink-muted">{t(settings.hasWebhookSecret ? "secretSet" : "secretNone")}</p>
        )}
        {mayEdit && (
          <Button
            className="self-start"
            pending={make.isPending}
            onClick={() => (settings.hasWebhookSecret ? setAsking(true) : make.mutate())}
          >
            {t(settings.hasWebhookSecret ? "replaceSecret" : "makeSecret")}
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("replaceTitle")}
        text={t("replaceText")}
        confirmLabel={t("replaceSecret")}
        pending={make.isPending}
        onConfirm={() => make.mutate()}
      />
    </Card>
  );
}

function Copied({ label, value, hint }: { label: string; value: string; hint?: string }) {
  const t = useTranslations("invoices.settings");
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    toast.success(t("copied"));
  };
  return (
    <div className="flex items-start gap-2">
      <Field label={label} hint={hint} className="flex-1">
        <Input
          readOnly
          className="font-mono text-sm"
          value={value}
          onFocus={(event) => event.target.select()}
        />
      </Field>
      <Button
        size="icon"
        className="mt-[1.375rem]"
        aria-label={`${t("copy")}: ${label}`}
        onClick={() => void copy().catch(() => undefined)}
      >
        <Copy />
      </Button>
    </div>
  );
}
