"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { PartProps } from "./form-draft";

const none = "none";

/** What becomes of answers: their source, who gets them, who is told. */
export function RoutingSettings({ draft, change, changeDesign, errors }: PartProps) {
  const t = useTranslations("integrations.forms");
  const trpc = useTRPC();
  const sources = useQuery(trpc.pipelines.sources.queryOptions());
  const members = useQuery(trpc.identity.members.queryOptions());
  const { ownerIds } = draft;
  const people = (members.data ?? []).map(({ id, name, email }) => ({ value: id, label: name, hint: email }));
  const nameOf = (id: string) => people.find((one) => one.value === id)?.label ?? "…";
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t("source")} error={errors.sourceId}>
        <Select
          options={[
            { value: none, label: t("noSource") },
            ...(sources.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={draft.sourceId ?? none}
          onValueChange={(value) => change({ sourceId: value === none ? null : value })}
        />
      </Field>
      <div className="flex flex-col gap-2">
        <Field label={t("owners")} hint={t("ownersHint")} error={errors.ownerIds ?? errors.ownerId}>
          <Combobox
            placeholder={t("addOwner")}
            options={people.filter(({ value }) => !ownerIds.includes(value))}
            value={null}
            onValueChange={(id) => id && change({ ownerIds: [...ownerIds, id] })}
          />
        </Field>
        <ul className="flex flex-wrap gap-1.5">
          {ownerIds.map((id) => (
            <li key={id} className="flex items-center gap-1 rounded-md bg-sunken pl-2">
              {nameOf(id)}
              <Button
                size="icon-sm"
                variant="ghost"
                aria-label={t("removeOwner", { name: nameOf(id) })}
                onClick={() => change({ ownerIds: ownerIds.filter((one) => one !== id) })}
              >
                <X />
              </Button>
            </li>
          ))}
        </ul>
      </div>
      <Checkbox
        label={t("notify")}
        checked={draft.design.notify}
        onCheckedChange={(on) => changeDesign({ notify: on === true })}
      />
      <Checkbox
        label={t("closedLabel")}
        checked={!draft.closed}
        onCheckedChange={(on) => change({ closed: on !== true })}
      />
    </div>
  );
}
