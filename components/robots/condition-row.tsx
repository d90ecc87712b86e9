"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Select } from "@/components/ui/select";
import type { Leaf } from "@/server/filter/tree";
import { type Clause, isIncomplete, isUnary } from "./condition";
import { operatorsOf } from "./condition-fields";
import { ConditionValue } from "./condition-value";
import type { RobotSources } from "./use-sources";

type ConditionRowProps = {
  clause: Clause;
  sources: RobotSources;
  checked: boolean;
  onChange: (clause: Clause) => void;
  onRemove: () => void;
};

/** One clause. */
export function ConditionRow({ clause, sources, checked, onChange, onRemove }: ConditionRowProps) {
  const t = useTranslations("robots.condition");
  const required = useTranslations("errors.field");
  const errorId = useId();
  const field = sources.conditionFields.find(({ key }) => key === clause.field);
  const type = field?.type ?? "text";
  const lacking = checked && isIncomplete(clause);
  const word = (operator: Leaf["operator"]) => {
    if (type === "date" && operator === "lt") return t("operator.before");
    if (type === "date" && operator === "gte") return t("operator.since");
    return t(`operator.${operator}`);
  };
  const pickField = (key: string | null) => {
    const next = sources.conditionFields.find((one) => one.key === key);
    if (next && key !== clause.field) {
      onChange({ field: next.key, operator: operatorsOf[next.type][0] ?? "not_empty" });
    }
  };
  const pickOperator = (operator: Clause["operator"]) =>
    onChange(isUnary(operator) ? { field: clause.field, operator } : { ...clause, operator });
  return (
    <div className="rounded-md bg-sunken p-2">
      <div className="grid grid-cols-[1fr_auto] gap-2 md:grid-cols-[1fr_9.5rem_1fr_auto]">
        <Combobox
          aria-label={t("field")}
          options={sources.conditionFields.map(({ key, label }) => ({ value: key, label }))}
          value={clause.field}
          onValueChange={pickField}
        />
        <Button
          variant="ghost"
          size="icon"
          aria-label={t("remove", { field: field?.label ?? clause.field })}
          className="md:order-last"
          onClick={onRemove}
        >
          <X />
        </Button>
        <Select
          aria-label={t("operatorLabel")}
          className="max-md:col-span-2"
          options={operatorsOf[type].map((operator) => ({ value: operator, label: word(operator) }))}
          value={clause.operator}
          onValueChange={pickOperator}
        />
        {isUnary(clause.operator) ? (
          <span className="max-md:hidden" />
        ) : (
          <div className="max-md:col-span-2">
            <ConditionValue
              key={clause.field}
              type={type}
              value={clause.value}
              sources={sources}
              onChange={(value) => onChange({ ...clause, value })}
              control={{
                "aria-label": t("value"),
                "aria-invalid": lacking || undefined,
                "aria-describedby": lacking ? errorId : undefined,
              }}
            />
          </div>
        )}
      </div>
      {lacking && (
        <p id={errorId} role="alert" className="mt-1 text-sm text-danger-text">
          {required("required")}
        </p>
      )}
    </div>
  );
}
