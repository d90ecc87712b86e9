import { z } from "zod";
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
  section: string | null;
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

const choices = z
  .array(
    z.strictObject({
      /** Absent: a new choice. */
      id: z.string().max(40).optional(),
      name: requiredText(200),
      colour: z.string().max(20).optional(),
    }),
  )
  .min(1)
  .max(300);

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

/** Every live field of the entity, in the order wanted; a section is made of those that name it. */
export const ReorderCustomFields = z.strictObject({
  entity,
  listId,
  fields: z.array(z.strictObject({ fieldId: z.uuid(), section })).max(300),
});
export type ReorderCustomFields = z.input<typeof ReorderCustomFields>;

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
