import type { FormSchema, Localized } from "@/components/schema-form/schema";
import { asText, type Option } from "@/components/schema-form/widget";
import type { ActionInfo } from "@/server/automation/contract";

export type Params = Record<string, unknown>;
type Properties = Readonly<Record<string, FormSchema>>;

type Known = {
  fieldTypes: ReadonlyMap<string, string>;
  stageOutcomes: ReadonlyMap<string, string>;
  dealSources: readonly Option[];
  fieldChoices: ReadonlyMap<string, readonly Option[]>;
};

// The server makes it with z.toJSONSchema and our own meta; JSON has no narrower type to arrive with.
function formSchemaOf(action: ActionInfo): FormSchema {
  return action.schema as FormSchema;
}

/** The action's form for what is chosen so far: a loss reason only for a lost stage, a value to fit its field. */
export function actionSchema(action: ActionInfo, params: Params, known: Known): FormSchema {
  const schema = formSchemaOf(action);
  const shown = Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    const fitted = fit(key, property, params, known);
    return fitted ? [[key, fitted] as const] : [];
  });
  return { ...schema, properties: Object.fromEntries(shown) };
}

function fit(key: string, property: FormSchema, params: Params, known: Known): FormSchema | null {
  if (property.widget === "lossReason") {
    const lost = known.stageOutcomes.get(asText(params.stageId)) === "lost";
    return lost ? property : null;
  }
  if (key !== "value" || params.field === undefined) return property;
  const type = known.fieldTypes.get(asText(params.field));
  const { hint, ...plain } = property;
  if (type === "member") return { ...plain, widget: "member" };
  if (type === "source") return listOf(plain, known.dealSources);
  if (type === "list") return listOf(plain, known.fieldChoices.get(asText(params.field)) ?? []);
  return type === "money" || type === "date" ? { ...plain, hint, widget: "text" } : plain;
}

function listOf({ anyOf: _nullable, ...schema }: FormSchema, options: readonly Option[]): FormSchema {
  return {
    ...schema,
    type: "string",
    widget: "select",
    enum: options.map((option) => option.value),
    options: Object.fromEntries(options.map((option): [string, Localized] => [option.value, option.label])),
  };
}

/** Fields a robot can write in a form: not those whose value is one of thousands of records. */
export function settableFields(fields: readonly Option[], types: Known["fieldTypes"]) {
  const searched = ["link", "file"];
  return fields.filter(({ value }) => !searched.includes(types.get(value) ?? ""));
}

/** The parameters after an edit: a value goes with the field it was for, a reason with its stage. */
export function afterEdit(before: Params, next: unknown): Params {
  if (typeof next !== "object" || next === null) return before;
  const after: Params = { ...next };
  if (after.field !== before.field) delete after.value;
  if (after.stageId !== before.stageId) delete after.lossReasonId;
  return after;
}

/** The required parameters that are still blank. */
export function missingParams(action: ActionInfo, params: Params): string[] {
  const { properties, required } = formSchemaOf(action);
  const asked = required ?? [];
  return asked.filter((key) => isBlank(params[key]) && defaultOf(properties, key) === undefined);
}

function defaultOf(properties: Properties | undefined, key: string): unknown {
  return properties?.[key]?.default;
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}
