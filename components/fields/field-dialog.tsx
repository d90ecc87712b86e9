"use client";

import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { currencyOptions } from "@/components/onboarding/currency-options";
import { listedEntities } from "@/components/records/entities";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Combobox } from "@/components/ui/combobox";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { InlineAlert } from "@/components/ui/inline-alert";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { useWorkspace } from "@/components/workspace/workspace";
import { customTypes, type Entity, type FieldInfo } from "@/server/fields/contract";
import { currencies } from "@/server/platform/money";
import { ChoicesEditor } from "./choices-editor";
import { draftOf, type FieldDraft, mayFilter, optionsOf } from "./field-draft";
import { FormulaEditor } from "./formula-editor";
import { useFields } from "./use-fields";

type FieldDialogProps = {
  entity: Entity;
  /** Null: a new field. */
  field: FieldInfo | null;
  sections: readonly string[];
  onClose: () => void;
};

/** A field of the organization's own: its name, type and what the type needs. */
export function FieldDialog({ entity, field, sections, onClose }: FieldDialogProps) {
  const t = useTranslations("fields");
  const ui = useTranslations("ui");
  const trpc = useTRPC();
  const form = useId();
  const language = useLocale();
  const { currency } = useWorkspace();
  const { of, refresh } = useFields(entity, false);
  const [draft, setDraft] = useState(() => draftOf(field, currency, language));
  const change = (next: Partial<FieldDraft>) => setDraft((before) => ({ ...before, ...next }));
  const create = useMutation(trpc.fields.create.mutationOptions());
  const update = useMutation(trpc.fields.update.mutationOptions());
  const error = create.error ?? update.error;
  const { say, fields: faultsOf } = useRefusals();
  const given = error ? faultsOf(error) : {};
  const fault = (path: string) => given[path] ?? given[`changes.${path}`];
  const choicesFault = Object.entries(given).find(([path]) => path.includes("options.choices"))?.[1];
  const said = Object.keys(given).length > 0;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { label, type, section, required } = draft;
    const filterable = draft.filterable && mayFilter(draft);
    const shared = {
      label,
      section,
      required: required && type !== "formula",
      filterable,
      options: optionsOf(draft),
    };
    const onSuccess = () => {
      refresh();
      toast.success(t(field ? "saved" : "created", { name: label }));
      onClose();
    };
    if (field?.customId) update.mutate({ fieldId: field.customId, changes: shared }, { onSuccess });
    else create.mutate({ ...of, type, ...shared }, { onSuccess });
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        firstFocus={(dialog) => dialog.querySelector("input")}
        title={field ? t("editTitle", { name: field.label[language] }) : t("add")}
        footer={
          <>
            <Button onClick={onClose}>{ui("cancel")}</Button>
            <Button
              variant="primary"
              type="submit"
              form={form}
              pending={create.isPending || update.isPending}
            >
              {t(field ? "save" : "create")}
            </Button>
          </>
        }
      >
        <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-3">
          {error && !said && <InlineAlert tone="danger">{say(error)}</InlineAlert>}
          <Field label={t("name")} error={fault("label")} required>
            <Input
              value={draft.label}
              maxLength={100}
              autoComplete="off"
              onChange={(event) => change({ label: event.target.value })}
            />
          </Field>
          <Field label={t("typeLabel")} hint={field ? t("typeFixed") : undefined} error={fault("type")}>
            <Select
              disabled={field !== null}
              options={customTypes.map((type) => ({ value: type, label: t(`type.${type}`) }))}
              value={draft.type}
              onValueChange={(type) => change({ type })}
            />
          </Field>
          <TypeOptions
            entity={entity}
            draft={draft}
            change={change}
            isNew={field === null}
            fault={fault}
            choicesFault={choicesFault}
          />
          <Field label={t("section")}>
            <Combobox
              clearable
              placeholder={t("noSection")}
              options={[...new Set([...sections, ...(draft.section ? [draft.section] : [])])].map((name) => ({
                value: name,
                label: name,
              }))}
              value={draft.section}
              onValueChange={(section) => change({ section })}
              onCreate={(section) => change({ section })}
            />
          </Field>
          {draft.type !== "formula" && (
            <div>
              <Checkbox
                label={t("requiredLabel")}
                checked={draft.required}
                onCheckedChange={(on) => change({ required: on === true })}
              />
              {draft.required && <p className="pl-6 text-sm text-ink-muted">{t("requiredHint")}</p>}
            </div>
          )}
          {!mayFilter(draft) && <p className="text-sm text-ink-muted">{t("notFilterable")}</p>}
          {mayFilter(draft) && (
            <div>
              <Checkbox
                label={t("filterableLabel")}
                checked={draft.filterable}
                onCheckedChange={(on) => change({ filterable: on === true })}
              />
              {fault("filterable") && (
                <p role="alert" className="text-sm text-danger-text">
                  {error && say(error)}
                </p>
              )}
            </div>
          )}
        </form>
      </DialogContent>
    </Dialog>
  );
}

type TypeOptionsProps = {
  entity: Entity;
  draft: FieldDraft;
  change: (next: Partial<FieldDraft>) => void;
  isNew: boolean;
  fault: (path: string) => string | undefined;
  choicesFault: string | undefined;
};

function TypeOptions({ entity, draft, change, isNew, fault, choicesFault }: TypeOptionsProps) {
  const t = useTranslations("fields");
  const names = useTranslations("records.entity");
  const language = useLocale();
  const { type } = draft;
  if (type === "list" || type === "multi_list") {
    return (
      <ChoicesEditor
        choices={draft.choices}
        error={choicesFault}
        newKey={() => crypto.randomUUID()}
        onChange={(choices) => change({ choices })}
      />
    );
  }
  if (type === "money") {
    return (
      <Field label={t("currency")} error={fault("options.currency")}>
        <Combobox
          options={currencyOptions(currencies, language)}
          value={draft.currency}
          onValueChange={(currency) => currency && change({ currency })}
        />
      </Field>
    );
  }
  if (type === "link") {
    return (
      <Field label={t("linksTo")} error={fault("options.linksTo")}>
        <Select
          disabled={!isNew}
          options={listedEntities.map((one) => ({ value: one, label: names(`${one as "contact"}.many`) }))}
          value={draft.linksTo}
          onValueChange={(linksTo) => change({ linksTo })}
        />
      </Field>
    );
  }
  if (type === "text") {
    return (
      <Checkbox
        label={t("long")}
        checked={draft.long}
        onCheckedChange={(on) => change({ long: on === true })}
      />
    );
  }
  if (type !== "formula") return null;
  return (
    <FormulaEditor
      entity={entity}
      formula={draft.formula}
      returns={draft.returns}
      error={fault("options.formula")}
      onChange={change}
    />
  );
}
