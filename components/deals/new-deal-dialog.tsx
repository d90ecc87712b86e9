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
import { MoneyInput } from "@/components/ui/money-input";
import { Select } from "@/components/ui/select";
import { stageColour } from "@/components/ui/stage-colours";
import { toast } from "@/components/ui/toast";
import { useWorkspace } from "@/components/workspace/workspace";
import type { Pipeline } from "@/server/pipelines/contract";
import { ContactPicker, type Party } from "./party-pickers";
import { useCreateDeal } from "./use-create-deal";

/** A new deal from anywhere, by the button or `n`. */
export function NewDealDialog({ pipeline, onClose }: { pipeline: Pipeline; onClose: () => void }) {
  const t = useTranslations("board.new");
  const { currency } = useWorkspace();
  const form = useId();
  const stages = pipeline.stages.filter((stage) => stage.outcome === "open");
  const [title, setTitle] = useState("");
  const [amountMinor, setAmountMinor] = useState<number | null>(null);
  const [contact, setContact] = useState<Party | null>(null);
  const [stageId, setStageId] = useState(stages[0]?.id);
  const [, openDeal] = useOpenCard("deal");
  const own = useRequiredFields("deal");
  const create = useCreateDeal();
  const { say, fields } = useRefusals();
  const faults = create.error ? fields(create.error) : {};

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!stageId) return;
    create.mutate(
      { title, stageId, amountMinor: amountMinor ?? undefined, contactId: contact?.id, custom: own.custom },
      {
        onSuccess: (deal) => {
          onClose();
          toast.success(t("done", { title: deal.title }), {
            action: { label: t("openIt"), run: () => void openDeal(deal.id) },
          });
        },
      },
    );
  };
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
          <Field label={t("name")} required error={faults.title}>
            <Input
              // The dialog was opened to type this.
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              required
              maxLength={300}
              value={title}
              onChange={(event) => setTitle(event.target.value)}
            />
          </Field>
          <Field label={t("amount")} error={faults.amountMinor}>
            <MoneyInput currency={currency} value={amountMinor} onValueChange={setAmountMinor} />
          </Field>
          <Field label={t("contact")} error={faults.contactId}>
            <ContactPicker value={contact} onChange={setContact} />
          </Field>
          <Field label={t("stage")} error={faults.stageId}>
            <Select
              options={stages.map((stage) => ({
                value: stage.id,
                label: stage.name,
                icon: (
                  <span className="size-2 rounded-full" style={{ background: stageColour(stage.colour) }} />
                ),
              }))}
              value={stageId}
              onValueChange={setStageId}
            />
          </Field>
          <RequiredFields draft={own} faults={faults} />
        </form>
      </DialogContent>
    </Dialog>
  );
}
