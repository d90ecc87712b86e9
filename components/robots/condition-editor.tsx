"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { InlineAlert } from "@/components/ui/inline-alert";
import { Segmented } from "@/components/ui/segmented";
import type { Filter } from "@/server/filter/tree";
import { type Clause, conditionOf, filterOf } from "./condition";
import { operatorsOf } from "./condition-fields";
import { ConditionRow } from "./condition-row";
import type { RobotSources } from "./use-sources";

type ConditionEditorProps = {
  value: Filter | null;
  onChange: (condition: Filter | null) => void;
  sources: RobotSources;
  /** Shows at rows what they lack. */
  checked: boolean;
  error?: string | undefined;
};

/** Which deals the robot acts on: rows of field, operator and value, joined by all or any. */
export function ConditionEditor({ value, onChange, sources, checked, error }: ConditionEditorProps) {
  const t = useTranslations("robots.condition");
  const headingId = useId();
  const condition = conditionOf(value);
  const set = (clauses: Clause[], join = condition?.join ?? "and") => onChange(filterOf({ join, clauses }));
  const clauses = condition?.clauses ?? [];
  const add = () => {
    const field = sources.conditionFields.find(({ type }) => type === "money") ?? sources.conditionFields[0];
    if (field) set([...clauses, { field: field.key, operator: operatorsOf[field.type][0] ?? "not_empty" }]);
  };
  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-2">
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-2">
        <h3 id={headingId} className="text-sm font-medium">
          {t("label")}
        </h3>
        {clauses.length > 1 && (
          <Segmented
            label={t("join")}
            segments={[
              { value: "and", label: t("all") },
              { value: "or", label: t("any") },
            ]}
            value={condition?.join ?? "and"}
            onValueChange={(join) => set(clauses, join)}
          />
        )}
      </div>
      {condition ? (
        <>
          {clauses.length === 0 && <p className="text-sm text-ink-muted">{t("none")}</p>}
          {clauses.map((clause, index) => (
            <ConditionRow
              key={index}
              clause={clause}
              sources={sources}
              checked={checked}
              onChange={(next) => set(clauses.with(index, next))}
              onRemove={() => set(clauses.toSpliced(index, 1))}
            />
          ))}
          <Button size="sm" variant="ghost" className="self-start" onClick={add}>
            <Plus />
            {t("add")}
          </Button>
        </>
      ) : (
        <InlineAlert
          action={
            <Button size="sm" variant="ghost" onClick={() => onChange(null)}>
              {t("clear")}
            </Button>
          }
        >
          {t("complexHint")}
        </InlineAlert>
      )}
      {error && (
        <p role="alert" className="text-sm text-danger-text">
          {error}
        </p>
      )}
    </section>
  );
}
