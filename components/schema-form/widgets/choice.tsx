import { useTranslations } from "next-intl";
import { Combobox } from "@/components/ui/combobox";
import type { Option, WidgetProps } from "../widget";

type ChoiceProps = Omit<WidgetProps, "schema" | "sources"> & { options: readonly Option[] };

/** One of the options passed in, found by typing; the base of the member, stage and field widgets. */
export function Choice({ options, value, onChange, placeholder, ...control }: ChoiceProps) {
  const t = useTranslations("ui.form");
  return (
    <Combobox
      {...control}
      options={options}
      placeholder={placeholder ?? t("notChosen")}
      clearable
      value={typeof value === "string" ? value : null}
      onValueChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}
