import { authorize, type Context, inOrganization, type Transaction } from "@/server/platform";
import { arranged } from "./arranged";
import { catalog, catalogOf } from "./catalog";
import { type FieldInfo, ListFields } from "./contract";
import { customFields } from "./custom-fields";
import type { Field } from "./define-field";
import { type InList, ofList } from "./in-list";
import { storedLayout } from "./layout-rows";
import { tagsKey } from "./tags-field";

/**
 * The catalog of an entity, or of one of the organization's lists, as screens need it, in the order of its sections;
 * with `archived`, the fields taken out of use instead.
 */
export async function listFields(ctx: Context, input: ListFields): Promise<FieldInfo[]> {
  const { entity, listId, archived } = ListFields.parse(input);
  authorize(ctx, archived ? "fields.edit" : `${entity}.view`);
  return inOrganization(ctx, async (tx) => {
    if (archived) return archivedFields(ctx, tx, { entity, listId });
    // Within a list, which list it is goes without saying.
    const asked = (field: Field) => !listId || field.key !== "listId";
    const fields = (await catalog(ctx, tx, entity, listId)).filter(asked);
    const { sections } = await storedLayout(tx, ctx, { entity, listId });
    const byKey = new Map(fields.map((field) => [field.key, field]));
    return arranged(sections, fields).flatMap(({ name, keys }) =>
      keys.flatMap((key) => {
        const field = byKey.get(key);
        return field ? [infoOf(field, name)] : [];
      }),
    );
  });
}

async function archivedFields(ctx: Context, tx: Transaction, { entity, listId }: InList) {
  const own = ofList(await customFields(ctx, tx), listId).filter((field) => field.archivedAt !== null);
  const asLive = own.map((field) => ({ ...field, archivedAt: null, slot: null }));
  return catalogOf(ctx, entity, asLive)
    .filter((field) => field.custom)
    .map((field) => infoOf(field, null));
}

function infoOf(field: Field, section: string | null): FieldInfo {
  const { key, type, label, editable, filterable, sortable, nullable, options, linksTo, custom } = field;
  const { currency, formula, returns, long = field.long } = custom?.options ?? {};
  return {
    ...{ key, type, label, editable, filterable, sortable, nullable, section },
    required: custom?.required ?? false,
    options: options ?? null,
    linksTo: linksTo ?? null,
    customId: key === tagsKey ? null : (custom?.id ?? null),
    more: { long, currency, formula, returns },
  };
}
