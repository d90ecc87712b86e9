"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { FilterBuilder } from "@/components/filter-builder/filter-builder";
import type { Filter } from "@/server/filter/tree";
import type { AutomatedEntity } from "@/server/platform/permissions";

type ConditionEditorProps = {
  entity: AutomatedEntity;
  value: Filter | null;
  /** `whole` is false while a question lacks its value. */
  onChange: (condition: Filter | null, whole: boolean) => void;
  /** Shows at rows what they lack. */
  checked: boolean;
  error?: string | undefined;
};

/** Which records the robot acts on: a filter over their fields and those of the people around them. */
export function ConditionEditor({ entity, value, onChange, checked, error }: ConditionEditorProps) {
  const t = useTranslations("robots.condition");
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-2">
      <h3 id={headingId} className="text-sm font-medium">
        {t("label")}
      </h3>
      {value === null && <p className="text-sm text-ink-muted">{t("none")}</p>}
      <FilterBuilder entity={entity} value={value} onChange={onChange} checked={checked} />
      {error && (
        <p role="alert" className="text-sm text-danger-text">
          {error}
        </p>
      )}
    </section>
  );
}
