import { AppError, type Context, type Transaction } from "@/server/platform";
import { catalog } from "./catalog";
import type { CreateCustomField, CustomField, FieldOption, FieldOptions } from "./contract";
import { declarationOf } from "./entities";
import { assertFormula } from "./formula";
import type { InList } from "./in-list";

type Given = NonNullable<CreateCustomField["options"]>;
type About = InList & Pick<CustomField, "type">;

/**
 * The options as the type keeps them; those of other types are left out.
 * @throws INVALID at `options.…` when the type needs one that is not given, FORMULA_INVALID
 */
export async function readOptions(
  tx: Transaction,
  ctx: Context,
  { entity, listId, type }: About,
  given: Given,
  before: FieldOptions = {},
): Promise<FieldOptions> {
  if (type === "list" || type === "multi_list") {
    return { choices: choicesOf(ctx, given.choices ?? missing("choices"), before.choices ?? []) };
  }
  if (type === "money") return { currency: given.currency ?? before.currency ?? ctx.currency };
  if (type === "link") {
    const linksTo = before.linksTo ?? given.linksTo ?? missing("linksTo");
    return declarationOf(linksTo) ? { linksTo } : missing("linksTo");
  }
  if (type === "text") return given.long ? { long: true } : {};
  if (type !== "formula") return {};
  const formula = given.formula ?? missing("formula");
  const returns = given.returns ?? before.returns ?? missing("returns");
  const fields = (await catalog(ctx, tx, entity, listId)).filter((field) => field.type !== "formula");
  assertFormula(formula, returns, fields);
  return { formula, returns };
}

function missing(option: string): never {
  throw new AppError("INVALID", {}, { field: `options.${option}` });
}

// A choice that is not given any more is archived: records that hold it go on showing it.
function choicesOf(
  ctx: Context,
  given: NonNullable<Given["choices"]>,
  before: readonly FieldOption[],
): FieldOption[] {
  const kept = given.map(({ id, name, colour }) => {
    if (id !== undefined && !before.some((one) => one.id === id)) missing("choices");
    return { id: id ?? ctx.newId(), name, ...(colour && { colour }) };
  });
  const gone = before.filter((one) => !kept.some(({ id }) => id === one.id));
  return [...kept, ...gone.map((one) => ({ ...one, archived: true }))];
}

/** Whether fields of this type and these options can be filtered by. @throws INVALID at `filterable` */
export function assertFilterable({ type }: Pick<CustomField, "type">, options: FieldOptions): void {
  if (type === "formula" || options.long) throw new AppError("INVALID", {}, { field: "filterable" });
}
