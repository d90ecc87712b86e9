"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Select } from "@/components/ui/select";
import { arityOf, type OperatorName } from "@/server/filter/types";
import { type DraftLeaf, isComplete, newLeaf, offered, shownLeaf, withOperator } from "./draft";
import type { FilterField } from "./use-filter-fields";
import { ValueControl } from "./value-control";

type LeafRowProps = {
  leaf: DraftLeaf;
  fields: readonly FilterField[];
  /** Says at once what is missing. */
  checked: boolean;
  onChange: (leaf: DraftLeaf) => void;
  onRemove: () => void;
};

/** One question: a field, how it is compared, and with what. */
export function LeafRow({ leaf, fields, checked, onChange, onRemove }: LeafRowProps) {
  const t = useTranslations("filter");
  const required = useTranslations("errors.field");
  const errorId = useId();
  const field = fields.find((one) => one.path === leaf.field);
  const shown = field ? shownLeaf(leaf, field.type) : leaf;
  const lacking = checked && !isComplete(shown);
  const pickField = (path: string | null) => {
    const next = fields.find((one) => one.path === path);
    if (next && path !== leaf.field) onChange({ ...newLeaf(next.path, next.type), key: leaf.key });
  };
  return (
    <div className="rounded-md bg-sunken p-2" data-slot="filter-row">
      <div className="grid grid-cols-[1fr_auto] gap-2 md:grid-cols-[minmax(9rem,1fr)_9.5rem_minmax(11rem,1.4fr)_auto]">
        <Combobox
          aria-label={t("field")}
          options={fields.map(({ path, label }) => ({ value: path, label }))}
          placeholder={t("unknownField", { field: leaf.field })}
          value={leaf.field}
          onValueChange={pickField}
        />
        <Button
          variant="ghost"
          size="icon"
          aria-label={t("remove", { field: field?.label ?? leaf.field })}
          className="md:order-last"
          onClick={onRemove}
        >
          <X />
        </Button>
        {field && (
          <>
            <OperatorSelect
              field={field}
              value={shown.operator}
              onChange={(operator) => onChange(withOperator(shown, operator))}
            />
            <div className="max-md:col-span-2">
              <ValueControl
                key={`${leaf.field} ${arityOf(shown.operator)}`}
                field={field}
                operator={shown.operator}
                value={shown.value}
                onChange={(value) => onChange({ ...shown, value })}
                control={{
                  "aria-label": t("value"),
                  "aria-invalid": lacking || undefined,
                  "aria-describedby": lacking ? errorId : undefined,
                }}
              />
            </div>
          </>
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

type OperatorSelectProps = {
  field: FilterField;
  value: OperatorName;
  onChange: (operator: OperatorName) => void;
};

function OperatorSelect({ field, value, onChange }: OperatorSelectProps) {
  const t = useTranslations("filter");
  const usual = offered(field.type);
  const all = usual.includes(value) ? usual : [...usual, value];
  const temporal = field.type === "date" || field.type === "datetime";
  const word = (operator: OperatorName) =>
    temporal ? t(`momentOperator.${operator as "eq"}`) : t(`operator.${operator}`);
  return (
    <Select
      aria-label={t("comparison")}
      className="max-md:col-span-2"
      options={all.map((operator) => ({ value: operator, label: word(operator) }))}
      value={value}
      onValueChange={onChange}
    />
  );
}
