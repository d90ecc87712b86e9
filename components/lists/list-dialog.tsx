"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { InlineAlert } from "@/components/ui/inline-alert";
import { Input } from "@/components/ui/input";
import { RadioGroup, RadioItem } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { type List, listIcons, readyMade, readyMadeNames } from "@/server/crm/lists/contract";
import { ListIcon } from "./list-icons";
import { useListChanges } from "./use-lists";

type ListDialogProps = {
  /** Null: a new list. */
  list: List | null;
  onClose: () => void;
  onCreated?: (list: List) => void;
};

const blank = { name: "", itemName: "", icon: "list" as const };

/** A list's names and icon; a new one may begin with the fields of a ready-made one. */
export function ListDialog({ list, onClose, onCreated }: ListDialogProps) {
  const t = useTranslations("lists");
  const ui = useTranslations("ui");
  const form = useId();
  const { create, rename } = useListChanges();
  const [kind, setKind] = useState<(typeof readyMadeNames)[number] | null>(null);
  const [draft, setDraft] = useState<Pick<List, "name" | "itemName" | "icon">>(list ?? blank);
  const change = (next: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...next }));
  const error = create.error ?? rename.error;
  const { say, fields: faultsOf } = useRefusals();
  const faults = error ? faultsOf(error) : {};
  const { name, itemName, icon } = draft;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const values = { name, itemName, icon };
    if (list) return rename.mutate({ listId: list.id, changes: values }, { onSuccess: onClose });
    return create.mutate(
      { ...values, readyMade: kind },
      {
        // Closed by going to the list: to close it here too would take the address back.
        onSuccess: (created) => (onCreated ? onCreated(created) : onClose()),
      },
    );
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={list ? t("editTitle", { name: list.name }) : t("new")}
        footer={
          <>
            <Button onClick={onClose}>{ui("cancel")}</Button>
            <Button
              variant="primary"
              type="submit"
              form={form}
              pending={create.isPending || rename.isPending}
            >
              {t(list ? "save" : "create")}
            </Button>
          </>
        }
      >
        <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
          {error && Object.keys(faults).length === 0 && <InlineAlert tone="danger">{say(error)}</InlineAlert>}
          {!list && (
            <ReadyMade
              value={kind}
              onChange={(next, words) => {
                setKind(next);
                change(words);
              }}
            />
          )}
          <Field label={t("name")} error={faults.name ?? faults["changes.name"]} required>
            <Input
              value={name}
              maxLength={60}
              autoComplete="off"
              onChange={(event) => change({ name: event.target.value })}
            />
          </Field>
          <Field
            label={t("itemName")}
            hint={t("itemNameHint")}
            error={faults.itemName ?? faults["changes.itemName"]}
            required
          >
            <Input
              value={itemName}
              maxLength={60}
              autoComplete="off"
              onChange={(event) => change({ itemName: event.target.value })}
            />
          </Field>
          <Field label={t("icon")}>
            <Select
              options={listIcons.map((one) => ({
                value: one,
                label: t(`icons.${one}`),
                icon: <ListIcon name={one} />,
              }))}
              value={icon}
              onValueChange={(next) => change({ icon: next })}
            />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}

type Words = Pick<List, "name" | "itemName" | "icon">;
type ReadyMadeProps = {
  value: (typeof readyMadeNames)[number] | null;
  onChange: (value: (typeof readyMadeNames)[number] | null, words: Words) => void;
};

function ReadyMade({ value, onChange }: ReadyMadeProps) {
  const t = useTranslations("lists");
  const language = useLocale();
  const choose = (next: string) => {
    const kind = readyMadeNames.find((one) => one === next) ?? null;
    if (!kind) return onChange(null, blank);
    const { name, itemName, icon } = readyMade[kind];
    return onChange(kind, { name: name[language], itemName: itemName[language], icon });
  };
  return (
    <fieldset>
      <legend className="mb-2 font-medium">{t("startWith")}</legend>
      <RadioGroup aria-label={t("startWith")} value={value ?? "none"} onValueChange={choose}>
        <RadioItem value="none" label={t("blank")} hint={t("blankHint")} />
        {readyMadeNames.map((one) => (
          <RadioItem
            key={one}
            value={one}
            label={readyMade[one].name[language]}
            hint={readyMade[one].fields.map((field) => field.label[language]).join(", ")}
          />
        ))}
      </RadioGroup>
    </fieldset>
  );
}
