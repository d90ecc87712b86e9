import { Input } from "@/components/ui/input";
import { asText, type WidgetProps } from "../widget";

/** One line of text. */
export function TextWidget({ schema, value, onChange, sources: _sources, ...control }: WidgetProps) {
  return (
    <Input
      {...control}
      maxLength={schema.maxLength}
      value={asText(value)}
      onChange={(event) => onChange(event.target.value === "" ? undefined : event.target.value)}
    />
  );
}
