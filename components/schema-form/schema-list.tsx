"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { FormAccess } from "./form-access";
import { type Path, pathKey } from "./path";
import type { FormSchema } from "./schema";

type SchemaListProps = {
  path: Path;
  items: FormSchema;
  label: string;
  hint?: string;
  form: FormAccess;
  /** Draws one row; `number` counts from 1. */
  children: (path: Path, number: number) => ReactNode;
};

/** A list of equal things: rows to fill, take away and add. */
export function SchemaList({ path, items, label, hint, form, children }: SchemaListProps) {
  const t = useTranslations("ui.form");
  const value = form.read(path);
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  const error = form.errors[pathKey(path)];
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      {rows.map((_, index) => (
        <div key={index} className="flex items-end gap-2">
          <div className="min-w-0 flex-1">{children([...path, index], index + 1)} </div>
          <Button
            variant="ghost"
            size="icon"
            aria-label={t("remove")}
            disabled={form.disabled}
            onClick={() => form.write([...path, index], undefined)}
          >
            <X />
          </Button>
        </div>
      ))}
      <Button
        size="sm"
        className="self-start"
        disabled={form.disabled}
        onClick={() => form.write([...path, rows.length], blank(items))}
      >
        <Plus />
        {t("add")}
      </Button>
      {error && (
        <p role="alert" className="text-sm text-danger-text">
          {error}
        </p>
      )}
      {hint && <p className="text-sm text-ink-muted">{hint}</p>}
    </fieldset>
  );
}

/** A new row: the schema's default, else what is empty for its type. */
function blank(schema: FormSchema): unknown {
  if (schema.default !== undefined) return schema.default;
  return schema.properties ? {} : schema.type === "string" ? "" : null;
}
