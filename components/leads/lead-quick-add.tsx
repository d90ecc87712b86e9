"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useRef, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { RequiredFields, useRequiredFields } from "@/components/records/required-fields";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { blankLead, leadFrom } from "./lead-draft";
import { useCreateLead } from "./use-create-lead";

/** A lead in three words at the column's head; stays for the next one until Esc. */
export function LeadQuickAdd({ stageId, onClose }: { stageId: string; onClose: () => void }) {
  const t = useTranslations("lead.new");
  const title = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState(blankLead);
  const own = useRequiredFields("lead");
  const create = useCreateLead();
  const { say, fields } = useRefusals();
  const faults = create.error ? fields(create.error) : {};
  const fault = Object.entries(faults).find(([key]) => !key.startsWith("c_"));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (Object.values(draft).every((text) => text.trim() === "") || create.isPending)
      return title.current?.focus();
    create.mutate(leadFrom(draft, stageId, own.custom), {
      onSuccess: () => {
        setDraft(blankLead);
        own.clear();
        title.current?.focus();
      },
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // What opened over the form closes by itself first.
    if (event.key !== "Escape" || !event.currentTarget.contains(event.target as Node)) return;
    event.stopPropagation();
    onClose();
  };
  return (
    // Esc closes from any of its inputs.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      data-slot="quick-add"
      aria-label={t("title")}
      onSubmit={submit}
      onKeyDown={onKeyDown}
      className="mb-2 flex flex-col gap-1.5 rounded-lg bg-surface p-2 shadow-low dark:bg-raised"
    >
      {(["title", "name", "reach"] as const).map((key, place) => (
        <Input
          key={key}
          ref={place === 0 ? title : undefined}
          // The button that opened the form was pressed in order to type here.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={place === 0}
          aria-label={t(`field.${key}`)}
          placeholder={t(`field.${key}`)}
          maxLength={key === "title" ? 300 : 200}
          value={draft[key]}
          onChange={(event) => setDraft({ ...draft, [key]: event.target.value })}
        />
      ))}
      <RequiredFields draft={own} faults={faults} />
      {create.error && (fault || Object.keys(faults).length === 0) && (
        <p role="alert" className="text-sm text-danger-text">
          {fault?.[1] ?? say(create.error)}
        </p>
      )}
      <div className="flex gap-1.5">
        <Button type="submit" variant="primary" size="sm" pending={create.isPending} className="flex-1">
          {t("add")}
        </Button>
        <Button size="sm" variant="ghost" onClick={onClose}>
          {t("close")}
        </Button>
      </div>
    </form>
  );
}
