import { useLocale, useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import { localized } from "../schema";
import { asText, type WidgetProps } from "../widget";

/** One of the schema's enum; labels come by meta `options`. */
export function SelectWidget({ schema, value, onChange, sources: _sources, ...control }: WidgetProps) {
  const t = useTranslations("ui.form");
  const locale = useLocale();
  const options = (schema.enum ?? []).map((raw) => ({
    value: String(raw),
    label: localized(schema.options?.[String(raw)], locale) ?? String(raw),
  }));
  const change = (chosen: string) => onChange(schema.enum?.find((raw) => String(raw) === chosen));
  return (
    <Select
      {...control}
      placeholder={control.placeholder ?? t("notChosen")}
      options={options}
      value={value === undefined || value === null ? undefined : asText(value)}
      onValueChange={change}
    />
  );
}
