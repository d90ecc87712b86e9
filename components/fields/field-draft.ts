import type {
  CreateCustomField,
  customTypes,
  Entity,
  FieldInfo,
  FormulaResult,
} from "@/server/fields/contract";
import type { DraftChoice } from "./choices-editor";

export type CustomType = (typeof customTypes)[number];

/** A field as its form holds it: what other types need is kept while one tries them. */
export type FieldDraft = {
  label: string;
  type: CustomType;
  section: string | null;
  required: boolean;
  filterable: boolean;
  choices: DraftChoice[];
  currency: string;
  linksTo: Entity;
  long: boolean;
  formula: string;
  returns: FormulaResult;
};

/** The form of a field, or of a new one. */
export function draftOf(field: FieldInfo | null, currency: string, language: "en" | "ru"): FieldDraft {
  const choices = (field?.options ?? []).filter((option) => !option.archived);
  return {
    label: field?.label[language] ?? "",
    // A custom field is of a custom type: its form is opened for no other.
    type: (field?.type as CustomType | undefined) ?? "text",
    section: field?.section ?? null,
    required: field?.required ?? false,
    filterable: field?.filterable ?? false,
    choices:
      choices.length > 0
        ? choices.map(({ id, name, colour }) => ({ key: id, id, name, colour }))
        : [
            { key: "1", name: "" },
            { key: "2", name: "" },
          ],
    currency: field?.more.currency ?? currency,
    linksTo: field?.linksTo ?? "contact",
    long: field?.more.long ?? false,
    formula: field?.more.formula ?? "",
    returns: field?.more.returns ?? "number",
  };
}

/** What the type needs, as the server takes it. Lines left empty are not choices. */
export function optionsOf(draft: FieldDraft): NonNullable<CreateCustomField["options"]> {
  const { type, currency, linksTo, long, formula, returns } = draft;
  if (type === "list" || type === "multi_list") {
    return {
      choices: draft.choices
        .filter((choice) => choice.name.trim() !== "")
        .map(({ id, name, colour }) => ({ name, ...(id && { id }), ...(colour && { colour }) })),
    };
  }
  if (type === "money") return { currency };
  if (type === "link") return { linksTo };
  if (type === "text") return { long };
  return type === "formula" ? { formula, returns } : {};
}

/** Whether lists could be filtered by such a field. */
export function mayFilter({ type, long }: FieldDraft): boolean {
  return type !== "formula" && type !== "file" && !(type === "text" && long);
}
