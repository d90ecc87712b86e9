import type { Operation } from "@/server/platform";
import type {
  ColumnMapping,
  Importable,
  ImportOptions,
  Mapping,
  NewFieldType,
  TargetField,
} from "../contract";
import { aliases } from "../recognise/aliases";
import type { Looks } from "../recognise/by-values";
import { foldHeader } from "../recognise/header";
import { type RecognisedColumn, recogniseColumns } from "../recognise/recognise-columns";

export type GuessedColumn = Pick<RecognisedColumn, "column" | "title"> & {
  field: string | null;
  reason: string | null;
  /** What a field made of this column would be. */
  newType: NewFieldType;
};

/** Which field each column seems to be, and what a new one would be. */
export function guessColumns(
  header: readonly string[],
  sample: readonly (readonly string[])[],
  target: { entity: Importable; fields: readonly TargetField[]; lossless: boolean },
): { columns: GuessedColumn[]; format: string | null } {
  const { columns, format } = recogniseColumns(header, sample, target);
  const keys = new Set(target.fields.map((field) => field.key));
  return {
    format: format?.name ?? null,
    columns: columns.map(({ column, title, guess, looks }) => {
      // A lossless export names its columns by the fields' own keys, and guessing could only be wrong.
      const exact = target.lossless ? (keys.has(own(title)) ? own(title) : null) : undefined;
      return {
        column,
        title,
        field: exact === undefined ? (guess?.field ?? null) : exact,
        reason: exact === undefined ? (guess?.reason ?? null) : exact && "label",
        newType: newTypeOf(title, looks),
      };
    }),
  };
}

function own(title: string): string {
  return title === "id" ? "externalId" : title;
}

/** The mapping a person is shown first: what they may make and the file names besides is made. */
export function firstMapping(
  columns: readonly GuessedColumn[],
  mayMake: (operation: Operation) => boolean,
  fields: readonly TargetField[] = [],
): Mapping {
  const people = new Set(fields.flatMap((field) => (field.type === "member" ? field.key : [])));
  return columns.flatMap(({ column, field }): ColumnMapping[] =>
    field ? [{ column, field, ...unknownOf(field, mayMake), ...(people.has(field) && leftOut) }] : [],
  );
}

const leftOut = { onUnknown: "blank" } as const;

// A file from another system names people, pipelines and sources that are not here; a stage is worth a question.
function unknownOf(
  field: string,
  mayMake: (operation: Operation) => boolean,
): Pick<ColumnMapping, "onUnknown"> | object {
  if (field === "ownerId" || field === "pipelineId") return leftOut;
  if (field === "tags") return { onUnknown: "create" };
  if (field === "sourceId" || field === "lossReasonId")
    return { onUnknown: mayMake("pipeline.edit") ? "create" : "blank" };
  if (field === "categoryId") return { onUnknown: mayMake("product.edit") ? "create" : "blank" };
  return {};
}

const byLooks: Partial<Record<NonNullable<Looks>["type"], NewFieldType>> = {
  number: "number",
  money: "money",
  date: "date",
  datetime: "datetime",
  boolean: "checkbox",
  url: "url",
  list: "list",
};

const tags = new Set((aliases.deal.tags ?? "").split("|").map(foldHeader));

function newTypeOf(title: string, looks: Looks | null): NewFieldType {
  if (tags.has(foldHeader(title))) return "multi_list";
  return (looks && byLooks[looks.type]) || "text";
}

const usualKeys: Record<Importable, ImportOptions["key"]> = {
  deal: "externalId",
  lead: "externalId",
  contact: "email",
  company: "name",
  product: "sku",
  list_item: "externalId",
};

/** The options an import begins with. */
export function firstOptions(
  entity: Importable,
  memberId: string | null,
  stageId: string | null,
  lossless = false,
): ImportOptions {
  return {
    duplicates: "update",
    key: lossless ? "externalId" : usualKeys[entity],
    robots: "muted",
    // Our own export says whose a record is, and nobody's is nobody's.
    ownerId: lossless ? null : memberId,
    stageId,
  };
}
