"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useRef, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { RequiredFields, useRequiredFields } from "@/components/records/required-fields";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { MoneyInput } from "@/components/ui/money-input";
import { useWorkspace } from "@/components/workspace/workspace";
import { useCreateDeal } from "./use-create-deal";

const blank = { title: "", amountMinor: null as number | null, contact: "" };

/** A deal in three words at the column's head; stays for the next one until Esc. */
export function QuickAdd({ stageId, onClose }: { stageId: string; onClose: () => void }) {
  const t = useTranslations("board.quickAdd");
  const { currency } = useWorkspace();
  const title = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState(blank);
  const own = useRequiredFields("deal");
  const create = useCreateDeal();
  const { say, fields } = useRefusals();
  const faults = create.error ? fields(create.error) : {};
  const fault = Object.entries(faults).find(([key]) => !key.startsWith("c_"));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.title.trim() === "" || create.isPending) return title.current?.focus();
    const name = draft.contact.trim();
    create.mutate(
      {
        title: draft.title,
        stageId,
        amountMinor: draft.amountMinor ?? undefined,
        newContact: name ? { name } : undefined,
        custom: own.custom,
      },
      {
        onSuccess: () => {
          setDraft(blank);
          own.clear();
          title.current?.focus();
        },
      },
    );
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
      aria-label={t("label")}
      onSubmit={submit}
      onKeyDown={onKeyDown}
      className="mb-2 flex flex-col gap-1.5 rounded-lg bg-surface p-2 shadow-low dark:bg-raised"
    >
      <Input
        ref={title}
        // The button that opened the form was pressed in order to type here.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        required
        aria-label={t("title")}
        placeholder={t("title")}
        maxLength={300}
        aria-invalid={faults.title ? true : undefined}
        value={draft.title}
        onChange={(event) => setDraft({ ...draft, title: event.target.value })}
      />
      <MoneyInput
        aria-label={t("amount")}
        placeholder={t("amount")}
        currency={currency}
        value={draft.amountMinor}
        onValueChange={(amountMinor) => setDraft({ ...draft, amountMinor })}
      />
      <Input
        aria-label={t("contact")}
        placeholder={t("contact")}
        maxLength={200}
        value={draft.contact}
        onChange={(event) => setDraft({ ...draft, contact: event.target.value })}
      />
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
