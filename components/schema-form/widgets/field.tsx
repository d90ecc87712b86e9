import type { WidgetProps } from "../widget";
import { Choice } from "./choice";

/** A field of the record's catalog. */
export function FieldWidget({ schema: _schema, sources, ...control }: WidgetProps) {
  return <Choice {...control} options={sources.fields ?? []} />;
}
