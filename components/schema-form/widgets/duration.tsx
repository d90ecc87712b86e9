import { DurationInput } from "@/components/ui/duration-input";
import { asNumber, type WidgetProps } from "../widget";

/** A length of time in minutes. */
export function DurationWidget({
  schema: _schema,
  value,
  onChange,
  sources: _sources,
  ...control
}: WidgetProps) {
  return (
    <DurationInput
      {...control}
      value={asNumber(value)}
      onValueChange={(minutes) => onChange(minutes ?? undefined)}
    />
  );
}
