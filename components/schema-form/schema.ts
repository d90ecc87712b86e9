/** A text in both languages, or one for both. */
export type Localized = string | { en: string; ru: string };

/** What the form reads of a JSON Schema made by zod's `z.toJSONSchema`; the rest came by `.meta()`. */
export type FormSchema = {
  type?: string | readonly string[];
  title?: string;
  label?: Localized;
  description?: string;
  hint?: Localized;
  placeholder?: Localized;
  /** A name in the widget registry; guessed from the type when missing or unknown. */
  widget?: string;
  /** Labels of enum values. */
  options?: Readonly<Record<string, Localized>>;
  enum?: readonly unknown[];
  const?: unknown;
  default?: unknown;
  properties?: Readonly<Record<string, FormSchema>>;
  required?: readonly string[];
  items?: FormSchema;
  anyOf?: readonly FormSchema[];
  minimum?: number;
  maximum?: number;
  maxLength?: number;
};

/** The text for a language. */
export function localized(text: Localized | undefined, locale: string) {
  if (text === undefined || typeof text === "string") return text;
  return locale === "ru" ? text.ru : text.en;
}

/** The schema without its "or null", keeping the outer label and widget; and whether null was allowed. */
export function unwrapNullable(schema: FormSchema): { schema: FormSchema; nullable: boolean } {
  const choices = schema.anyOf?.filter((choice) => choice.type !== "null");
  const [only] = choices ?? [];
  if (!schema.anyOf || !only || choices?.length !== 1) return { schema, nullable: false };
  const { anyOf, ...outer } = schema;
  return { schema: { ...only, ...outer }, nullable: anyOf.length > 1 };
}

/** The widget's name for a schema: its own wish, else by type. */
export function widgetName(schema: FormSchema, known: (name: string) => boolean) {
  if (schema.widget && known(schema.widget)) return schema.widget;
  if (schema.enum) return "select";
  if (schema.type === "boolean") return "boolean";
  if (schema.type === "number" || schema.type === "integer") return "number";
  if (schema.type === "string") return "text";
  return "json";
}
