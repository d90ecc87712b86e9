"use client";

import { Asterisk } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { requirableFields, type Stage, type UpdateStage } from "@/server/pipelines/contract";
import type { StagedEntity } from "@/server/platform/permissions";

type RequirableField = NonNullable<UpdateStage["changes"]["requiredFields"]>[number];

type RequiredFieldsProps = {
  stage: Stage;
  entity: StagedEntity;
  onChange: (fields: RequirableField[]) => void;
};

/** Which fields a record must have before it enters the stage. */
export function RequiredFields({ stage, entity, onChange }: RequiredFieldsProps) {
  const t = useTranslations("robots.pipelines");
  const names = useRequiredNames(stage);
  const requirable: readonly RequirableField[] = requirableFields[entity];
  const toggle = (field: RequirableField, on: boolean) =>
    onChange(requirable.filter((key) => (key === field ? on : stage.requiredFields.includes(key))));
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
      <PopoverContent className="w-64">
        <p className="mb-2 text-sm text-ink-muted">{t("requiredHint")}</p>
        <div className="flex flex-col gap-2 max-md:gap-0">
          {requirable.map((field) => (
            <Checkbox
              key={field}
              label={t(`field.${field}`)}
              checked={stage.requiredFields.includes(field)}
              onCheckedChange={(checked) => toggle(field, checked === true)}
            />
          ))}
        </div>
      </PopoverContent>
    </Popover>
  );
}

/** The names of a stage's required fields, in words. */
export function useRequiredNames(stage: Stage): string {
  const t = useTranslations("robots.pipelines.field");
  return [...new Set<RequirableField>(Object.values(requirableFields).flat())]
    .filter((field) => stage.requiredFields.includes(field))
    .map((field) => t(field))
    .join(", ");
}
