"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { FieldValue } from "@/components/records/field-value";
import { useListFields } from "@/components/records/use-list-fields";
import { useListWords } from "@/components/records/use-list-words";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { InlineAlert } from "@/components/ui/inline-alert";
import type { StagedEntity } from "@/server/platform/permissions";
import type { ShownCard } from "./cards-api";
import type { MoveRequest } from "./use-move-card";

type RequiredFieldsDialogProps<Card extends ShownCard, Key extends string> = {
  entity: StagedEntity;
  request: MoveRequest<Card>;
  /** Everything the stage misses, the organization's own fields too. */
  missing: readonly string[];
  /** The card's fields among it. */
  asked: readonly { key: Key; label: string }[];
  control: (key: Key, draft: Card, onChange: (changes: Partial<Card>) => void) => ReactNode;
  /** Answers null when it is refused; `saving` then says why. */
  save: (draft: Card, custom: Record<string, unknown> | undefined) => Promise<Card | null>;
  saving: { pending: boolean; error: unknown };
  onSaved: (card: Card) => void;
  onClose: () => void;
};

/** Asks for just what the stage requires, saves it, and lets the move go on. */
export function RequiredFieldsDialog<Card extends ShownCard, Key extends string>(
  props: RequiredFieldsDialogProps<Card, Key>,
) {
  const { entity, request, missing, asked, control, save, saving, onSaved, onClose } = props;
  const { card, stage } = request;
  const t = useTranslations("board.required");
  const form = useId();
  const [draft, setDraft] = useState(card);
  const refusals = useRefusals();
  const { fields: catalog } = useListFields(entity);
  const own = catalog.filter((field) => field.customId !== null && missing.includes(field.key));
  const words = useListWords(own);
  const [custom, setCustom] = useState<Record<string, unknown>>({});
  const atFields = saving.error ? refusals.fields(saving.error) : {};

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const saved = await save(draft, own.length > 0 ? custom : undefined);
    if (saved) onSaved(saved);
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        title={t("title", { stage: stage.name })}
        description={t("text", { title: card.title })}
        footer={
          <>
            <Button onClick={onClose}>{t("cancel")}</Button>
            <Button variant="primary" type="submit" form={form} pending={saving.pending}>
              {t("confirm")}
            </Button>
          </>
        }
      >
        <form id={form} onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
          {Boolean(saving.error) && <InlineAlert tone="danger">{refusals.say(saving.error)}</InlineAlert>}
          {asked.map(({ key, label }) => (
            <Field key={key} label={label} required error={atFields[`changes.${key}`] ?? atFields[key]}>
              {control(key, draft, (changes) => setDraft((known) => ({ ...known, ...changes })))}
            </Field>
          ))}
          {own.map((field) => (
            <FieldValue
              key={field.key}
              field={{ ...field, required: true }}
              words={words}
              error={atFields[`custom.${field.key}`] ?? atFields[field.key]}
              value={custom[field.key] ?? null}
              onChange={(value) => setCustom({ ...custom, [field.key]: value })}
            />
          ))}
        </form>
      </DialogContent>
    </Dialog>
  );
}
