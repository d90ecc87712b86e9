"use client";

import { useQuery } from "@tanstack/react-query";
import { Asterisk } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { requirableFields, type Stage, type UpdateStage } from "@/server/pipelines/contract";
import type { StagedEntity } from "@/server/platform/permissions";

type RequirableField = NonNullable<UpdateStage["changes"]["requiredFields"]>[number];

/** What a stage may require of its records: fields of Pult's, then the organization's own. */
function useRequirable(entity: StagedEntity): { key: RequirableField; label: string }[] {
  const t = useTranslations("robots.pipelines.field");
  const language = useLocale();
  const fields = useQuery(useTRPC().fields.list.queryOptions({ entity }, { staleTime: 60_000 }));
  const own = (fields.data ?? []).filter((field) => field.customId !== null && field.editable);
  return [
    ...requirableFields[entity].map((key) => ({ key, label: t(key) })),
    ...own.map(({ key, label }) => ({ key, label: label[language] })),
  ];
}

type RequiredFieldsProps = {
  stage: Stage;
  entity: StagedEntity;
  onChange: (fields: RequirableField[]) => void;
};

/** Which fields a record must have before it enters the stage. */
export function RequiredFields({ stage, entity, onChange }: RequiredFieldsProps) {
  const t = useTranslations("robots.pipelines");
  const names = useRequiredNames(stage, entity);
  const requirable = useRequirable(entity);
  const toggle = (field: RequirableField, on: boolean) =>
    onChange(
      requirable
        .map(({ key }) => key)
        .filter((key) => (key === field ? on : stage.requiredFields.includes(key))),
    );
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button
          variant="ghost"
          size="sm"
          aria-label={t("requiredOf", { stage: stage.name })}
          title={names || t("requiredNone")}
          className="min-w-0 justify-start font-normal max-md:flex-1 md:w-44"
        >
          <Asterisk />
          <span className="truncate">
            {stage.requiredFields.length === 0
              ? t("requiredNone")
              : t("requiredCount", { count: stage.requiredFields.length })}
          </span>
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label={t("requiredOf", { stage: stage.name })} className="w-64">
        <p className="mb-2 text-sm text-ink-muted">{t("requiredHint")}</p>
        <div className="flex max-h-80 flex-col gap-2 overflow-y-auto max-md:gap-0">
          {requirable.map(({ key, label }) => (
            <Checkbox
              key={key}
              label={label}
              checked={stage.requiredFields.includes(key)}
              onCheckedChange={(checked) => toggle(key, checked === true)}
            />
          ))}
        </div>
      </PopoverContent>
    </Popover>
  );
}

/** The names of a stage's required fields, in words. */
export function useRequiredNames(stage: Stage, entity: StagedEntity): string {
  return useRequirable(entity)
    .filter(({ key }) => stage.requiredFields.includes(key))
    .map(({ label }) => label)
    .join(", ");
}
