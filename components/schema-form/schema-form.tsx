"use client";

import { cn } from "@/components/ui/cn";
import { type Path, valueAt, withValueAt } from "./path";
import type { FormSchema } from "./schema";
import { SchemaField } from "./schema-field";
import type { FormSources } from "./widget";

type SchemaFormProps = {
  /** An object's schema, from `z.toJSONSchema(params, { io: "input" })`. */
  schema: FormSchema;
  value: unknown;
  onChange: (value: unknown) => void;
  /** By dotted path, as `errorsByPath` makes them. */
  errors?: Readonly<Record<string, string>>;
  sources?: FormSources;
  disabled?: boolean;
  className?: string;
};

const none = {};

/** A controlled form for a JSON Schema; knows widgets, not domains. */
export function SchemaForm(props: SchemaFormProps) {
  const { schema, value, onChange, errors = none, sources = none, disabled, className } = props;
  const form = {
    errors,
    sources,
    disabled,
    read: (path: Path) => valueAt(value, path),
    write: (path: Path, next: unknown) => onChange(withValueAt(value, path, next)),
  };
  return (
    <div data-slot="schema-form" className={cn("flex flex-col gap-4", className)}>
      {Object.entries(schema.properties ?? {}).map(([key, property]) => (
        <SchemaField
          key={key}
          path={[key]}
          schema={property}
          required={schema.required?.includes(key) ?? false}
          form={form}
        />
      ))}
    </div>
  );
}
