import type { ComponentType, ReactNode } from "react";
import type { FormSchema } from "./schema";

export type Option = { value: string; label: string; hint?: string; icon?: ReactNode };

/** What the form cannot know by the schema: the workspace's people, stages and fields. */
export type FormSources = {
  members?: readonly Option[];
  stages?: readonly (Option & { colour: string })[];
  fields?: readonly Option[];
  /** Why deals are lost. */
  lossReasons?: readonly Option[];
  /** What a template may insert: value is the text put in, such as `{{ deal.title }}`. */
  variables?: readonly Option[];
  /** ISO 4217; the currency of money widgets. */
  currency?: string;
};

/** What ties a control to its label, hint and error; set by `Field`. */
export type ControlProps = {
  id?: string;
  "aria-invalid"?: boolean;
  "aria-required"?: boolean;
  "aria-describedby"?: string;
};

export type WidgetProps = ControlProps & {
  schema: FormSchema;
  value: unknown;
  /** undefined empties the value; null where the schema allows it. */
  onChange: (value: unknown) => void;
  sources: FormSources;
  placeholder?: string;
  disabled?: boolean;
};

export type Widget = ComponentType<WidgetProps>;

/** A value a widget can show as text. */
export function asText(value: unknown) {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

/** A value a widget can count with; null for anything else. */
export function asNumber(value: unknown) {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}
