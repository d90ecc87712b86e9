"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import type { BulkDialogProps } from "./bulk-dialog-props";
import { FieldValue } from "./field-value";
import { changesOf } from "./money-value";
import { type ListField, useListFields } from "./use-list-fields";
import { useListWords } from "./use-list-words";

/** One field of many records gets one value, or none. */
export function BulkChangeDialog(props: BulkDialogProps) {
  const { fields } = useListFields(props.entity);
  return <ChangeDialog {...props} fields={fields.filter(isChangeable)} title="action.change" />;
}

/** Many records get another owner. */
export function BulkOwnerDialog(props: BulkDialogProps) {
  const { fields } = useListFields(props.entity);
  const owner = fields.filter((field) => field.key === "ownerId");
  return <ChangeDialog {...props} fields={owner} title="action.owner" />;
}

type ChangeDialogProps = BulkDialogProps & {
  fields: readonly ListField[];
  title: "action.change" | "action.owner";
};

function ChangeDialog({ count, start, pending, onClose, fields, title }: ChangeDialogProps) {
  const t = useTranslations("records.bulk");
  const ui = useTranslations("ui");
  const [key, setKey] = useState<string | null>(null);
  const [value, setValue] = useState<unknown>(null);
  const words = useListWords(fields);
  const field = fields.find((one) => one.key === key) ?? (fields.length === 1 ? fields[0] : undefined);
  const empties = value === null || value === "";
  const submit = async () => {
    if (!field) return;
    const begun = await start({ type: "update", changes: changesOf(field, empties ? null : value) });
    if (begun) onClose();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        title={t(title)}
        description={t("changeText", { count })}
        footer={
          <>
            <Button onClick={onClose}>{ui("cancel")}</Button>
            <Button variant="primary" pending={pending} disabled={!field} onClick={() => void submit()}>
              {t(empties && field ? "empty" : "apply", { count })}
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-3">
          {fields.length > 1 && (
            <Field label={t("field")}>
              <Combobox
                options={fields.map((one) => ({ value: one.key, label: one.label }))}
                value={key}
                onValueChange={(next) => {
                  setKey(next);
                  setValue(null);
                }}
              />
            </Field>
          )}
          {field && (
            <FieldValue key={field.key} field={field} value={value} onChange={setValue} words={words} />
          )}
        </div>
      </DialogContent>
    </Dialog>
  );
}

// A title or an address of many at once would be a mistake more often than a wish.
function isChangeable(field: ListField): boolean {
  const unique = ["name", "title", "phone", "email", "currency"];
  return field.editable && field.type !== "file" && field.type !== "formula" && !unique.includes(field.key);
}
