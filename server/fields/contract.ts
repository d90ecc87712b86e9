import { z } from "zod";
import type { Language } from "@/messages";
import { relativeSchema } from "@/server/filter/moments";
import { type FieldType, operatorsOf } from "@/server/filter/types";
import { currency } from "@/server/platform/money";
import { type Entity, entities } from "@/server/platform/permissions";
import { requiredText, text } from "@/server/platform/text";

export type { Entity, FieldType };
export { entities, operatorsOf, relativeSchema };

/** A choice of a list; an archived one is shown where it was chosen, and offered no more. */
export type FieldOption = {
  id: string;
  name: string;
  /** Of a list of Pult's own, what it is called in each language. */
  label?: { en: string; ru: string } | undefined;
  colour?: string | undefined;
  archived?: boolean | undefined;
};

/** What a choice is called in a language: the organization's own has one name. */
export function optionName({ name, label }: Pick<FieldOption, "name" | "label">, language: Language): string {
  return label?.[language] ?? name;
}

export const formulaResults = ["text", "number", "money", "date", "checkbox"] as const;
export type FormulaResult = (typeof formulaResults)[number];

export type FieldOptions = {
  choices?: FieldOption[] | undefined;
  currency?: string | undefined;
  linksTo?: string | undefined;
  formula?: string | undefined;
  returns?: FormulaResult | undefined;
  long?: boolean | undefined;
};

/** A field the organization added. */
export type CustomField = {
  id: string;
  entity: Entity;
  /** Of list items: the list whose field it is. Null for every other entity's, and for tags. */
  listId: string | null;
  /** Names it in filters, formulas and templates; given once: `c_budget`. */
  key: string;
  type: FieldType;
  label: string;
  options: FieldOptions;
  position: string;
  required: boolean;
  filterable: boolean;
  slot: string | null;
  archivedAt: Date | null;
};

/** A field as screens see it, built in or the organization's own. */
export type FieldInfo = {
  key: string;
  type: FieldType;
  label: { en: string; ru: string };
  editable: boolean;
  filterable: boolean;
  sortable: boolean;
  required: boolean;
  /** May a record lack it? */
  nullable: boolean;
  options: readonly FieldOption[] | null;
  linksTo: Entity | null;
  /** Set for a custom field only. */
  customId: string | null;
  section: string | null;
  /** A long text, a currency, a formula and its result. */
  more: Pick<FieldOptions, "long" | "currency" | "formula" | "returns">;
};

/** What a field's values are: of a formula what it comes to. */
export function shownType({
  type,
  returns,
}: {
  type: FieldType;
  returns?: FormulaResult | undefined;
}): FieldType {
  return type === "formula" ? (returns ?? "text") : type;
}

/** A formula's result in place of the formula, any other value as it is: null for none, undefined where it went wrong. */
export function resultIn(value: unknown): unknown {
  if (typeof value !== "object" || value === null || value instanceof Date) return value ?? null;
  if ("error" in value) return value.error === "no_value" ? null : undefined;
  return "value" in value ? (value.value ?? null) : value;
}

/** Fields that stand together on a record's page, in order. */
export type FieldSection = {
  /** Null: the first one, which every record has. */
  name: string | null;
  keys: string[];
};

/** How the fields of an entity are arranged; every live field is in one of the sections. */
export type FieldLayout = { version: number; sections: FieldSection[] };

/** What a custom field may be; the other types are Pult's own. */
export const customTypes = [
  "text",
  "number",
  "money",
  "date",
  "datetime",
  "list",
  "multi_list",
  "member",
  "link",
  "file",
  "checkbox",
  "url",
  "formula",
] as const satisfies readonly FieldType[];

const entity = z.enum(entities);
/** Fields of list items are one list's. */
const listId = z.uuid().nullish();
const label = requiredText(100);
const section = text(100)
  .nullish()
  .transform((value) => value || null);

/** A list has at most so many choices, with names of at most so many characters. */
export const mostChoices = 300;
export const longestChoice = 200;

const choices = z
  .array(
    z.strictObject({
      /** Absent: a new choice. */
      id: z.string().max(40).optional(),
      name: requiredText(longestChoice),
      colour: z.string().max(20).optional(),
    }),
  )
  .min(1)
  .max(mostChoices);

const options = {
  choices: choices.optional(),
  currency: currency.optional(),
  linksTo: entity.optional(),
  formula: requiredText(500).optional(),
  returns: z.enum(formulaResults).optional(),
  long: z.boolean().optional(),
};

export const CreateCustomField = z.strictObject({
  entity,
  listId,
  type: z.enum(customTypes),
  label,
  options: z.strictObject(options).default({}),
  section: section.default(null),
  required: z.boolean().default(false),
  filterable: z.boolean().default(false),
});
export type CreateCustomField = z.input<typeof CreateCustomField>;

export const UpdateCustomField = z.strictObject({
  fieldId: z.uuid(),
  changes: z
    .strictObject({
      label,
      options: z.strictObject(options),
      section,
      required: z.boolean(),
      filterable: z.boolean(),
    })
    .partial(),
});
export type UpdateCustomField = z.input<typeof UpdateCustomField>;

export const FieldLayoutOf = z.strictObject({ entity, listId });
export type FieldLayoutOf = z.input<typeof FieldLayoutOf>;

const mostSections = 60;

/** The sections wanted, the nameless one first. A field that none of them names goes to its default place. */
export const ArrangeFields = z.strictObject({
  entity,
  listId,
  /** Of the arrangement this one changes. */
  version: z.number().int().min(0),
  sections: z
    .array(z.strictObject({ name: section, keys: z.array(z.string().max(60)).max(400) }))
    .min(1)
    .max(mostSections),
});
export type ArrangeFields = z.input<typeof ArrangeFields>;

export const CustomFieldId = z.strictObject({ fieldId: z.uuid() });
export type CustomFieldId = z.output<typeof CustomFieldId>;

export const CheckFormula = z.strictObject({
  entity,
  listId,
  formula: text(500),
  returns: z.enum(formulaResults),
});

export const ListFields = z.strictObject({ entity, listId, archived: z.boolean().default(false) });
export type ListFields = z.input<typeof ListFields>;
