import { customFields, isThere, tagsKey } from "@/server/fields";
import type { CustomField } from "@/server/fields/contract";
import type { Context, Entity, Transaction } from "@/server/platform";

type Values = Record<string, unknown>;

/** A lead's own fields as another kind of record takes them: those with the same key and type, and its tags when asked. */
export async function carriedOver(
  tx: Transaction,
  ctx: Context,
  custom: Values,
  { to, tags }: { to: Entity; tags: boolean },
): Promise<{ custom?: Values }> {
  const live = (await customFields(ctx, tx)).filter((field) => field.archivedAt === null);
  const targets = live.filter((field) => field.entity === to);
  const carried = carriedValues(
    custom,
    live.filter((field) => field.entity === "lead"),
    targets,
  );
  // A member who left, or a record that was deleted, is no reason not to convert.
  for (const field of targets) {
    if (!(await isThere(tx, ctx, field, carried[field.key]))) delete carried[field.key];
  }
  if (tags && custom[tagsKey]) carried[tagsKey] = custom[tagsKey];
  return Object.keys(carried).length > 0 ? { custom: carried } : {};
}

/** Choices are carried by their names, since each field has its own ids; one that is not there is left out. */
export function carriedValues(
  custom: Values,
  from: readonly CustomField[],
  to: readonly CustomField[],
): Values {
  const carried: Values = {};
  for (const target of to) {
    const origin = from.find((field) => field.key === target.key && field.type === target.type);
    const value = custom[target.key];
    // Files stay where they are: they belong to the lead, which what became of it is linked to.
    const ofItsOwn = target.type === "formula" || target.type === "file";
    if (!origin || ofItsOwn || value === null || value === undefined) continue;
    const taken = valueFor(origin, target, value);
    if (taken !== null) carried[target.key] = taken;
  }
  return carried;
}

function valueFor(origin: CustomField, target: CustomField, value: unknown): unknown {
  if (target.type === "list") return choiceFor(origin, target, value);
  if (target.type === "multi_list" && Array.isArray(value)) {
    const choices = value.map((one) => choiceFor(origin, target, one)).filter((one) => one !== null);
    return choices.length > 0 ? choices : null;
  }
  return target.type === "link" && origin.options.linksTo !== target.options.linksTo ? null : value;
}

function choiceFor(origin: CustomField, target: CustomField, id: unknown): string | null {
  const name = origin.options.choices?.find((choice) => choice.id === id)?.name;
  return target.options.choices?.find((choice) => choice.name === name && !choice.archived)?.id ?? null;
}
