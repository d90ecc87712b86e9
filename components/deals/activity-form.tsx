"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { Button } from "@/components/ui/button";
import { DatePicker } from "@/components/ui/date-picker";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { useDates } from "@/components/workspace/dates";
import { type ActivityKind, activityKinds } from "@/server/crm/activities/contract";
import { ActivityIcon } from "./activity-icon";
import type { useActivities } from "./use-activities";

type ActivityFormProps = { dealId: string; create: ReturnType<typeof useActivities>["create"] };

/** Plans the next step. */
export function ActivityForm({ dealId, create }: ActivityFormProps) {
  const t = useTranslations("deal.activities");
  const { fromDay } = useDates();
  const { say, fields } = useRefusals();
  const [title, setTitle] = useState("");
  const [kind, setKind] = useState<ActivityKind>("todo");
  const [day, setDay] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === "" || create.isPending) return;
    create.mutate(
      { dealId, title, kind, dueAt: fromDay(day) },
      {
        onSuccess: () => {
          setTitle("");
          setDay(null);
        },
      },
    );
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-1.5 rounded-lg bg-ink/4 p-2">
      <Input
        required
        aria-label={t("title")}
        placeholder={t("title")}
        maxLength={300}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <div className="flex flex-wrap gap-1.5">
        <Select
          aria-label={t("kind")}
          className="w-36"
          options={activityKinds.map((one) => ({
            value: one,
            label: t(`kinds.${one}`),
            icon: <ActivityIcon kind={one} className="size-4" />,
          }))}
          value={kind}
          onValueChange={setKind}
        />
        <DatePicker
          aria-label={t("when")}
          className="w-40"
          placeholder={t("when")}
          value={day}
          onValueChange={setDay}
        />
        <Button type="submit" variant="primary" pending={create.isPending} className="ml-auto">
          <Plus />
          {t("add")}
        </Button>
      </div>
      {create.error && (
        <p role="alert" className="text-sm text-danger-text">
          {fields(create.error).title ?? say(create.error)}
        </p>
      )}
    </form>
  );
}
