"use client";

import { useTranslations } from "next-intl";
import { Input } from "@/components/ui/input";
import { MultiCombobox } from "@/components/ui/multi-combobox";
import { Select } from "@/components/ui/select";
import { arityOf, type OperatorName } from "@/server/filter/types";
import type { ControlProps } from "./control-props";
import { LinkControl } from "./link-control";
import { MomentControl, PeriodControl } from "./moment-control";
import { NumberControl, RangeControl } from "./number-control";
import { useChoices } from "./use-choices";
import type { FilterField } from "./use-filter-fields";

type ValueControlProps = ControlProps & { field: FilterField; operator: OperatorName };

/** What a field is compared with: the control of its type, one value, two or several. */
export function ValueControl({ field, operator, ...props }: ValueControlProps) {
  const arity = arityOf(operator);
  if (arity === "none") return null;
  const pair = arity === "pair";
  if (field.type === "date" || field.type === "datetime") {
    return pair ? <PeriodControl {...props} /> : <MomentControl {...props} />;
  }
  if (field.type === "number" || field.type === "money") {
    return pair ? <RangeControl field={field} {...props} /> : <NumberControl field={field} {...props} />;
  }
  if (field.type === "checkbox") return <YesNo {...props} />;
  if (field.type === "text" || field.type === "url")
    return <TextControl list={arity === "list"} {...props} />;
  if (field.type === "link" && field.linksTo) return <LinkControl entity={field.linksTo} {...props} />;
  return <ChoiceControl field={field} {...props} />;
}

function TextControl({ list, value, onChange, control }: ControlProps & { list: boolean }) {
  const t = useTranslations("filter");
  // Several texts are written in one line, with semicolons between them.
  const shown = list && Array.isArray(value) ? value.join("; ") : value;
  return (
    <Input
      placeholder={list ? t("texts") : t("text")}
      {...control}
      maxLength={1_000}
      value={typeof shown === "string" ? shown : ""}
      onChange={({ target }) =>
        onChange(list ? target.value.split(";").map((one) => one.trim()) : target.value)
      }
    />
  );
}

function YesNo({ value, onChange, control }: ControlProps) {
  const t = useTranslations("filter");
  return (
    <Select
      {...control}
      options={[
        { value: "yes", label: t("yes") },
        { value: "no", label: t("no") },
      ]}
      value={value === false ? "no" : "yes"}
      onValueChange={(next) => onChange(next === "yes")}
    />
  );
}

function ChoiceControl({ field, value, onChange, control }: ControlProps & { field: FilterField }) {
  const choices = useChoices([field]);
  const ids = Array.isArray(value) ? value.filter((id): id is string => typeof id === "string") : [];
  return <MultiCombobox {...control} options={choices(field)} value={ids} onValueChange={onChange} />;
}
