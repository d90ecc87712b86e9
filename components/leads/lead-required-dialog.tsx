"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { FieldValue } from "@/components/records/field-value";
import { useListFields } from "@/components/records/use-list-fields";
import { useListWords } from "@/components/records/use-list-words";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { InlineAlert } from "@/components/ui/inline-alert";
import type { LeadCard } from "@/server/crm/leads/contract";
import type { Stage } from "@/server/pipelines/contract";
import { LeadControl } from "./lead-control";
import { isRequirable } from "./lead-fields";
import { useUpdateLead } from "./use-update-lead";

type LeadRequiredDialogProps = {
  lead: LeadCard;
  stage: Stage;
  fields: readonly string[];
  onSaved: (lead: LeadCard) => void;
  onClose: () => void;
};

/** Asks for just what the stage requires, saves it, and lets the move go on. */
export function LeadRequiredDialog({ lead, stage, fields, onSaved, onClose }: LeadRequiredDialogProps) {
  const t = useTranslations("board.required");
  const label = useTranslations("lead.fields");
  const form = useId();
  const [draft, setDraft] = useState(lead);
  const { save, pending, error } = useUpdateLead(lead);
  const refusals = useRefusals();
  const asked = fields.filter(isRequirable);
  const { fields: catalog } = useListFields("lead");
  const own = catalog.filter((field) => field.customId !== null && fields.includes(field.key));
  const words = useListWords(own);
  const [custom, setCustom] = useState<Record<string, unknown>>({});
  const atFields = error ? refusals.fields(error) : {};

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const saved = await save(
      Object.fromEntries(asked.map((key) => [key, draft[key]])),
      own.length > 0 ? custom : undefined,
    );
    if (saved) onSaved(saved);
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        title={t("title", { stage: stage.name })}
        description={t("text", { title: lead.title })}
        footer={
          <>
            <Button onClick={onClose}>{t("cancel")}</Button>
            <Button variant="primary" type="submit" form={form} pending={pending}>
              {t("confirm")}
            </Button>
          </>
        }
      >
        <form id={form} onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
          {error !== null && <InlineAlert tone="danger">{refusals.say(error)}</InlineAlert>}
          {asked.map((key) => (
            <Field key={key} label={label(key)} required error={atFields[`changes.${key}`] ?? atFields[key]}>
              <LeadControl
                field={key}
                lead={draft}
                onChange={(changes) => setDraft((known) => ({ ...known, ...changes }))}
              />
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
