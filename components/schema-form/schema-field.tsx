"use client";

import { useLocale } from "next-intl";
import { useId } from "react";
import { Field } from "@/components/ui/field";
import type { FormAccess } from "./form-access";
import { type Path, pathKey } from "./path";
import { widgets } from "./registry";
import { type FormSchema, localized, unwrapNullable, widgetName } from "./schema";
import { SchemaList } from "./schema-list";
import type { Widget, WidgetProps } from "./widget";
import { TextWidget } from "./widgets/text";

export type SchemaFieldProps = { path: Path; schema: FormSchema; required: boolean; form: FormAccess };

/** One property: a group for an object, a list for an array, else a widget with its label and error. */
export function SchemaField({ path, schema: outer, required, form }: SchemaFieldProps) {
  const locale = useLocale();
  const { schema, nullable } = unwrapNullable(outer);
  const label = localized(schema.label, locale) ?? schema.title ?? String(path.at(-1) ?? "");
  const hint = localized(schema.hint, locale) ?? schema.description;
  const own = schema.widget !== undefined && schema.widget in widgets;

  // A discriminator has one possible value; there is nothing to ask.
  if (schema.const !== undefined) return null;
  if (!own && schema.properties) return <Group path={path} schema={schema} label={label} form={form} />;
  if (!own && schema.type === "array" && schema.items) {
    const items = schema.items;
    return (
      <SchemaList path={path} items={items} label={label} hint={hint} form={form}>
        {(row, number) => (
          <SchemaField path={row} schema={{ label: `${label} ${number}`, ...items }} required form={form} />
        )}
      </SchemaList>
    );
  }

  const name = widgetName(schema, (candidate) => candidate in widgets);
  const Widget: Widget = widgets[name] ?? TextWidget;
  const value = form.read(path);
  const widgetProps: WidgetProps = {
    schema,
    value: value === undefined ? schema.default : value,
    onChange: (next) => form.write(path, next === undefined && nullable ? null : next),
    sources: form.sources,
    placeholder: localized(schema.placeholder, locale),
    disabled: form.disabled,
  };
  const error = form.errors[pathKey(path)];
  if (name === "boolean")
    return <Line label={label} hint={hint} error={error} widget={widgetProps} Widget={Widget} />;
  return (
    <Field label={label} hint={hint} error={error} required={required && !nullable}>
      <Widget {...widgetProps} />
    </Field>
  );
}

type GroupProps = { path: Path; schema: FormSchema; label: string; form: FormAccess };

function Group({ path, schema, label, form }: GroupProps) {
  return (
    <fieldset className="flex flex-col gap-3 border-l-2 border-line pl-3">
      <legend className="mb-2 font-semibold">{label}</legend>
      {Object.entries(schema.properties ?? {}).map(([key, property]) => (
        <SchemaField
          key={key}
          path={[...path, key]}
          schema={property}
          required={schema.required?.includes(key) ?? false}
          form={form}
        />
      ))}
    </fieldset>
  );
}

type LineProps = { label: string; hint?: string; error?: string; widget: WidgetProps; Widget: Widget };

function Line({ label, hint, error, widget, Widget }: LineProps) {
  const id = useId();
  const textId = `${id}-text`;
  return (
    <div className="flex items-start justify-between gap-4">
      <div>
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {(error ?? hint) && (
          <p id={textId} className={error ? "text-sm text-danger-text" : "text-sm text-ink-muted"}>
            {error ?? hint}
          </p>
        )}
      </div>
      <Widget
        {...widget}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={(error ?? hint) ? textId : undefined}
      />
    </div>
  );
}
