"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { longestName } from "@/server/files/contract";

type RenameDialogProps = { name: string; onRename: (name: string) => Promise<void>; onClose: () => void };

/** Asks for another name; what was typed stays until the server has it. */
export function RenameDialog({ name, onRename, onClose }: RenameDialogProps) {
  const t = useTranslations("files");
  const form = useId();
  const { say, fields } = useRefusals();
  const [typed, setTyped] = useState(name);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setPending(true);
    try {
      await onRename(typed);
      onClose();
    } catch (fault) {
      setError(fault);
      setPending(false);
    }
  };
  const fault = error === null ? undefined : fields(error).name ? t("badName") : say(error);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t("renameTitle")}
        size="sm"
        firstFocus={(dialog) => dialog.querySelector("input")}
        footer={
          <>
            <Button onClick={onClose}>{t("back")}</Button>
            <Button type="submit" form={form} variant="primary" pending={pending}>
              {t("rename")}
            </Button>
          </>
        }
      >
        <form id={form} onSubmit={(event) => void submit(event)}>
          <Field label={t("name")} error={fault}>
            <Input value={typed} maxLength={longestName} onChange={({ target }) => setTyped(target.value)} />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}
