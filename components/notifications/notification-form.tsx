"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useRefusals } from "@/components/api/refusal";
import { type ApiInput, type ApiOutput, useTRPC } from "@/components/api/trpc";
import { Card, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { channels } from "@/server/notifications/contract";

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** How the member is told of each kind of news; a choice is saved when it is made. */
export function NotificationForm() {
  const t = useTranslations("notifications.form");
  const locale = useLocale() === "ru" ? "ru" : "en";
  const trpc = useTRPC();
  const settings = useQuery(trpc.notifications.settings.queryOptions());
  const save = useSaveSettings();
  if (!settings.data) {
    return (
      <Card>
        <CardHeader title={t("title")} />
        <SkeletonRows rows={6} />
      </Card>
    );
  }
  const { types, digestHour } = settings.data;
  return (
    <Card>
      <CardHeader title={t("title")} text={t("text")} />
      <ul className="flex flex-col">
        {types.map(({ type, label, hint, channel }) => (
          <li key={type} className="border-b py-2.5">
            <p className="font-medium">{label[locale]}</p>
            <p className="mb-1.5 text-sm text-ink-muted">{hint[locale]}</p>
            <Select
              aria-label={t("channel", { type: label[locale] })}
              options={channels.map((one) => ({ value: one, label: t(`channels.${one}`) }))}
              value={channel}
              onValueChange={(next) => save({ channels: { [type]: next } })}
            />
          </li>
        ))}
      </ul>
      <Field label={t("digest")} hint={t("digestHint")} className="mt-3">
        <Select
          options={hours.map((hour) => ({
            value: String(hour),
            label: `${String(hour).padStart(2, "0")}:00`,
          }))}
          value={String(digestHour)}
          onValueChange={(hour) => save({ digestHour: Number(hour) })}
        />
      </Field>
    </Card>
  );
}

type Changes = ApiInput["notifications"]["changeSettings"];
type Settings = ApiOutput["notifications"]["settings"];

function useSaveSettings() {
  const t = useTranslations("notifications.form");
  const trpc = useTRPC();
  const client = useQueryClient();
  const { say } = useRefusals();
  const key = trpc.notifications.settings.queryKey();
  const change = useMutation(trpc.notifications.changeSettings.mutationOptions());
  return async (changes: Changes) => {
    client.setQueryData<Settings>(key, (settings) => settings && withChanges(settings, changes));
    try {
      client.setQueryData<Settings>(key, await change.mutateAsync(changes));
      toast.success(t("saved"), { id: "notification-settings" });
    } catch (error) {
      toast.error(say(error));
      await client.invalidateQueries({ queryKey: key });
    }
  };
}

function withChanges(settings: Settings, { channels: chosen, digestHour }: Changes): Settings {
  return {
    types: settings.types.map((one) => ({ ...one, channel: chosen?.[one.type] ?? one.channel })),
    digestHour: digestHour ?? settings.digestHour,
  };
}
