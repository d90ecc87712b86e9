import { Input } from "@/components/ui/input";
import { asText, type WidgetProps } from "../widget";

/** A number, whole where the schema says integer. */
export function NumberWidget({ schema, value, onChange, sources: _sources, ...control }: WidgetProps) {
  const change = (text: string) => onChange(text === "" ? undefined : Number(text));
  return (
    <Input
      {...control}
      type="number"
      inputMode="decimal"
      step={schema.type === "integer" ? 1 : "any"}
      min={schema.minimum}
      // zod writes the largest safe integer as a maximum, which says nothing to a person.
      max={schema.maximum === Number.MAX_SAFE_INTEGER ? undefined : schema.maximum}
      value={asText(value)}
      onChange={(event) => change(event.target.value)}
      className="tabular"
    />
  );
}
