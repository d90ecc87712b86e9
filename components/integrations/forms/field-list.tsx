"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useTRPC } from "@/components/api/trpc";
import { SortableList } from "@/components/sortable/sortable-list";
import { SortableRow } from "@/components/sortable/sortable-row";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Combobox } from "@/components/ui/combobox";
import { Input } from "@/components/ui/input";
import { type FormField, standardKeys } from "@/server/webforms/contract";
import { movedField, type PartProps } from "./form-draft";

/** What the form asks, in its order: dragged, renamed, made required, added and taken off. */
export function FieldList({ draft, changeDesign, errors }: PartProps) {
  const t = useTranslations("integrations.forms");
  const { fields } = draft.design;
  const own = useQuery(useTRPC().webforms.askable.queryOptions());
  const set = (next: FormField[]) => changeDesign({ fields: next });
  const edit = (key: string, changes: Partial<FormField>) =>
    set(fields.map((field) => (field.key === key ? { ...field, ...changes } : field)));
  const known = [
    ...standardKeys.map((key) => ({ value: key as string, label: t(`standard.${key}`) })),
    ...(own.data ?? []).map(({ key, label }) => ({ value: key, label })),
  ];
  const free = known.filter(({ value }) => !fields.some((field) => field.key === value));
  const add = (key: string | null) => {
    const label = known.find((one) => one.value === key)?.label;
    if (key && label) set([...fields, { key, label, hint: null, required: false }]);
  };
  const ids = useMemo(() => fields.map((field) => field.key), [fields]);
  const nameOf = (key: string) => fields.find((field) => field.key === key)?.label ?? key;
  return (
    <section aria-label={t("fieldsOf")} className="flex flex-col gap-2">
      <h3 className="font-semibold">{t("fields")}</h3>
      {errors["design.fields"] && (
        <p role="alert" className="text-sm text-danger-text">
          {errors["design.fields"]}
        </p>
      )}
      <SortableList
        ids={ids}
        onMove={(key, afterKey) => set(movedField(fields, key, afterKey))}
        label={t("fieldsOf")}
        announcement={(key, place) => t("announce", { name: nameOf(key), place, total: ids.length })}
        className="divide-y rounded-md border"
      >
        {fields.map((field, place) => (
          <SortableRow
            key={field.key}
            id={field.key}
            handleLabel={t("moveField", { name: field.label })}
            className="flex flex-wrap items-center gap-x-2 gap-y-1 bg-surface px-2 py-1.5"
          >
            <Input
              aria-label={t("fieldLabel")}
              aria-invalid={errors[`design.fields.${place}.label`] ? true : undefined}
              className="min-w-32 flex-1"
              value={field.label}
              maxLength={100}
              onChange={(event) => edit(field.key, { label: event.target.value })}
            />
            <Input
              aria-label={t("fieldHint")}
              placeholder={t("fieldHint")}
              className="min-w-32 flex-1 max-md:order-last max-md:basis-full"
              value={field.hint ?? ""}
              maxLength={200}
              onChange={(event) => edit(field.key, { hint: event.target.value })}
            />
            <div className="max-md:order-last max-md:basis-full">
              <Checkbox
                label={t("required")}
                checked={field.required}
                onCheckedChange={(on) => edit(field.key, { required: on === true })}
              />
            </div>
            <Button
              size="icon-sm"
              variant="ghost"
              aria-label={t("removeField", { name: field.label })}
              onClick={() => set(fields.filter((one) => one.key !== field.key))}
            >
              <X />
            </Button>
          </SortableRow>
        ))}
      </SortableList>
      {free.length > 0 ? (
        <Combobox
          aria-label={t("addField")}
          className="max-w-xs"
          placeholder={t("addField")}
          options={free}
          value={null}
          onValueChange={add}
        />
      ) : (
        <p className="text-sm text-ink-muted">{t("noMore")}</p>
      )}
    </section>
  );
}
