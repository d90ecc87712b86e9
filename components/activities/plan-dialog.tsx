"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { type Picked, RecordPicker } from "@/components/record-page/record-picker";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { useMay } from "@/components/workspace/workspace";
import { type Entity, entities } from "@/server/platform/permissions";
import { type ActivityDraft, sentOf } from "./activity-draft";
import { ActivityFields } from "./activity-fields";
import { useActivityVerbs } from "./use-activities";

/** The kinds of record that the member may plan something about. */
export function usePlannable(): Entity[] {
  const may = useMay();
  return entities.filter((one) => may(`${one}.edit`));
}

type PlanDialogProps = { start: ActivityDraft; onClose: () => void };

/** Plans an activity where no record is open: what it is about is chosen here. */
export function PlanDialog({ start, onClose }: PlanDialogProps) {
  const t = useTranslations("activities");
  const form = useId();
  const { say, fields } = useRefusals();
  const { create, remove } = useActivityVerbs();
  const [draft, setDraft] = useState(start);
  const [about, setAbout] = useState<Picked | null>(null);
  const faults = create.error ? fields(create.error) : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!about || draft.title.trim() === "" || create.isPending) return;
    create.mutate(
      { recordId: about.id, ...sentOf(draft) },
      {
        onSuccess: (made) => {
          toast.success(t("planned", { title: made.title }), { undo: () => void remove(made) });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t("plan")}
        firstFocus={(dialog) => dialog.querySelector("form input")}
        footer={
          <>
            <Button onClick={onClose}>{t("cancel")}</Button>
            <Button
              type="submit"
              form={form}
              variant="primary"
              pending={create.isPending}
              disabled={!about || draft.title.trim() === ""}
            >
              {t("add")}
            </Button>
          </>
        }
      >
        <form id={form} onSubmit={submit} className="flex flex-col gap-3">
          <ActivityFields
            editable
            value={draft}
            onValueChange={(changes) => setDraft({ ...draft, ...changes })}
            fault={faults.title}
          />
          <AboutPicker value={about} onChange={setAbout} />
          {create.error && !faults.title && (
            <p role="alert" className="text-sm text-danger-text">
              {say(create.error)}
            </p>
          )}
        </form>
      </DialogContent>
    </Dialog>
  );
}

function AboutPicker({
  value,
  onChange,
}: {
  value: Picked | null;
  onChange: (value: Picked | null) => void;
}) {
  const t = useTranslations("activities");
  const kinds = useTranslations("record.kinds");
  const plannable = usePlannable();
  const [first = "deal"] = plannable;
  const [entity, setEntity] = useState<Entity>(first);
  return (
    <fieldset className="grid grid-cols-[9rem_1fr] gap-1.5">
      <legend className="mb-1 font-medium">{t("about")}</legend>
      <Select
        aria-label={t("aboutKind")}
        options={plannable.map((one) => ({ value: one, label: kinds(one) }))}
        value={entity}
        onValueChange={(next) => {
          setEntity(next);
          onChange(null);
        }}
      />
      <RecordPicker
        key={entity}
        aria-label={t("aboutRecord")}
        entity={entity}
        value={value}
        onChange={onChange}
      />
    </fieldset>
  );
}
