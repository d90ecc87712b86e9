"use client";

import { AlignLeft, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { Button } from "@/components/ui/button";
import { DurationInput } from "@/components/ui/duration-input";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { type ActivityDraft, blankActivity, isTimed, sentOf } from "./activity-draft";
import { OwnerSelect } from "./activity-fields";
import { KindSelect } from "./kind-select";
import { useActivityVerbs } from "./use-activities";
import { ReminderSelect, WhenFields } from "./when-fields";

type ActivityFormProps = {
  record: { id: string; ownerId: string | null };
  onDone?: () => void;
};

/** Plans the next step; whose record it is does it unless somebody else is named. */
export function ActivityForm({ record, onDone }: ActivityFormProps) {
  const t = useTranslations("activities");
  const { say, fields } = useRefusals();
  const { create } = useActivityVerbs();
  const blank = { ...blankActivity, ownerId: record.ownerId };
  const [draft, setDraft] = useState(blank);
  const [detailed, setDetailed] = useState(false);
  const set = (changes: Partial<ActivityDraft>) => setDraft({ ...draft, ...changes });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.title.trim() === "" || create.isPending) return;
    create.mutate(
      { recordId: record.id, ...sentOf(draft) },
      {
        onSuccess: () => {
          setDraft(blank);
          setDetailed(false);
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
        value={draft.title}
        onChange={({ target }) => set({ title: target.value })}
      />
      <div className="flex flex-wrap gap-1.5">
        <KindSelect className="w-36" value={draft.kind} onValueChange={(kind) => set({ kind })} />
        <WhenFields value={draft} onValueChange={set} />
        {isTimed(draft) && (
          <>
            <DurationInput
              aria-label={t("duration")}
              value={draft.durationMinutes}
              onValueChange={(minutes) => set({ durationMinutes: minutes || null })}
            />
            <ReminderSelect
              value={draft.remindMinutes}
              onValueChange={(remindMinutes) => set({ remindMinutes })}
            />
          </>
        )}
      </div>
      {detailed && (
        <Textarea
          // Opened by hand, to be written in.
          autoFocus
          aria-label={t("description")}
          placeholder={t("description")}
          maxLength={10_000}
          value={draft.description ?? ""}
          onChange={({ target }) => set({ description: target.value || null })}
        />
      )}
      <div className="flex flex-wrap gap-1.5">
        <OwnerSelect
          aria-label={t("owner")}
          className="w-52"
          value={draft.ownerId}
          onValueChange={(ownerId) => set({ ownerId })}
        />
        {!detailed && (
          <Button variant="ghost" onClick={() => setDetailed(true)}>
            <AlignLeft />
            {t("description")}
          </Button>
        )}
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
