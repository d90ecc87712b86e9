"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type SectionDialogProps = {
  name?: string;
  taken: readonly string[];
  onSave: (name: string) => void;
  onClose: () => void;
};

/** Names a section. */
export function SectionDialog({ name = "", taken, onSave, onClose }: SectionDialogProps) {
  const t = useTranslations("fields");
  const ui = useTranslations("ui");
  const faults = useTranslations("errors.field");
  const form = useId();
  const [text, setText] = useState(name);
  const [tried, setTried] = useState(false);
  const next = text.trim();
  const error = next === "" ? faults("required") : taken.includes(next) ? t("sectionTaken") : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (error) return;
    onSave(next);
    onClose();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        firstFocus={(dialog) => dialog.querySelector("input")}
        title={t(name ? "renameSection" : "addSection")}
        footer={
          <>
            <Button onClick={onClose}>{ui("cancel")}</Button>
            <Button variant="primary" type="submit" form={form}>
              {t("save")}
            </Button>
          </>
        }
      >
        <form id={form} onSubmit={submit} noValidate>
          <Field
            label={t("section")}
            error={tried ? error : undefined}
            hint={name ? undefined : t("sectionHint")}
          >
            <Input value={text} maxLength={100} onChange={(event) => setText(event.target.value)} />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}
