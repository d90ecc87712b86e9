import { MoneyInput } from "@/components/ui/money-input";
import { asNumber, type WidgetProps } from "../widget";

/** An amount in minor units of the sources' currency. */
export function MoneyWidget({ schema: _schema, value, onChange, sources, ...control }: WidgetProps) {
  return (
    <MoneyInput
      {...control}
      currency={sources.currency ?? "RUB"}
      value={asNumber(value)}
      onValueChange={(minor) => onChange(minor ?? undefined)}
    />
  );
}
