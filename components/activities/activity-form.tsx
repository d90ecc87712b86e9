"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type ActivityKind, activityKinds } from "@/server/crm/activities/contract";
import { ActivityIcon } from "./activity-icon";
import { useActivityVerbs } from "./use-activities";
import { ReminderSelect, type When, WhenFields } from "./when-fields";

const never: When = { dueAt: null, allDay: true };

/** Plans the next step. */
export function ActivityForm({ recordId, onDone }: { recordId: string; onDone?: () => void }) {
  const t = useTranslations("activities");
  const { say, fields } = useRefusals();
  const { create } = useActivityVerbs();
  const [title, setTitle] = useState("");
  const [kind, setKind] = useState<ActivityKind>("todo");
  const [when, setWhen] = useState<When>(never);
  const [remind, setRemind] = useState<number | null>(15);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === "" || create.isPending) return;
    const timed = when.dueAt !== null && !when.allDay;
    create.mutate(
      { recordId, title, kind, ...when, remindMinutes: timed ? remind : null },
      {
        onSuccess: () => {
          setTitle("");
          setWhen(never);
          onDone?.();
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
        <KindSelect className="w-36" value={kind} onValueChange={setKind} />
        <WhenFields value={when} onValueChange={setWhen} />
        {when.dueAt && !when.allDay && <ReminderSelect value={remind} onValueChange={setRemind} />}
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

type KindSelectProps = {
  value: ActivityKind;
  onValueChange: (kind: ActivityKind) => void;
  className?: string;
};

/** A call, a meeting, a letter, a note or something to do. */
export function KindSelect(props: KindSelectProps) {
  const t = useTranslations("activities");
  return (
    <Select
      aria-label={t("kind")}
      options={activityKinds.map((one) => ({
        value: one,
        label: t(`kinds.${one}`),
        icon: <ActivityIcon kind={one} className="size-4" />,
      }))}
      {...props}
    />
  );
}
