"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useOpenCard } from "@/components/board/use-board-filters";
import { RequiredFields, useRequiredFields } from "@/components/records/required-fields";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { InlineAlert } from "@/components/ui/inline-alert";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import type { Pipeline } from "@/server/pipelines/contract";
import { blankLead, leadFrom } from "./lead-draft";
import { useCreateLead } from "./use-create-lead";

/** A new lead by the button, on the pipeline's first stage. */
export function NewLeadDialog({ pipeline, onClose }: { pipeline: Pipeline; onClose: () => void }) {
  const t = useTranslations("lead.new");
  const form = useId();
  const [draft, setDraft] = useState(blankLead);
  const [, openLead] = useOpenCard("lead");
  const own = useRequiredFields("lead");
  const create = useCreateLead();
  const { say, fields } = useRefusals();
  const faults = create.error ? fields(create.error) : {};
  const stageId = pipeline.stages.find((stage) => stage.outcome === "open")?.id;
  const atReach = faults["emails.0"] ?? faults["phones.0"];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!stageId) return;
    create.mutate(leadFrom(draft, stageId, own.custom), {
      onSuccess: (lead) => {
        onClose();
        toast.success(t("done", { title: lead.title }), {
          action: { label: t("openIt"), run: () => void openLead(lead.id) },
        });
      },
    });
  };
  const input = (key: keyof typeof draft, max: number) => (
    <Input
      // The dialog was opened to type this.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={key === "title"}
      maxLength={max}
      value={draft[key]}
      onChange={(event) => setDraft({ ...draft, [key]: event.target.value })}
    />
  );
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        title={t("title")}
        footer={
          <>
            <Button onClick={onClose}>{t("cancel")}</Button>
            <Button variant="primary" type="submit" form={form} pending={create.isPending}>
              {t("create")}
            </Button>
          </>
        }
      >
        <form id={form} onSubmit={submit} className="flex flex-col gap-3">
          {create.error && Object.keys(faults).length === 0 && (
            <InlineAlert tone="danger">{say(create.error)}</InlineAlert>
          )}
          <Field label={t("field.title")} error={faults.title}>
            {input("title", 300)}
          </Field>
          <Field label={t("field.name")} error={faults.name}>
            {input("name", 200)}
          </Field>
          <Field label={t("field.reach")} error={atReach}>
            {input("reach", 200)}
          </Field>
          <RequiredFields draft={own} faults={faults} />
        </form>
      </DialogContent>
    </Dialog>
  );
}
