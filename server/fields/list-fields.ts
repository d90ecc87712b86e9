import { authorize, type Context, inOrganization } from "@/server/platform";
import { catalog, catalogOf } from "./catalog";
import { type FieldInfo, ListFields } from "./contract";
import { customFields } from "./custom-fields";
import type { Field } from "./define-field";
import { ofList } from "./in-list";
import { tagsKey } from "./tags-field";

/** The catalog of an entity, or of one of the organization's lists, as screens need it; with `archived`, the fields taken out of use instead. */
export async function listFields(ctx: Context, input: ListFields): Promise<FieldInfo[]> {
  const { entity, listId, archived } = ListFields.parse(input);
  authorize(ctx, archived ? "fields.edit" : `${entity}.view`);
  return inOrganization(ctx, async (tx) => {
    // Within a list, which list it is goes without saying.
    const asked = (field: Field) => !listId || field.key !== "listId";
    if (!archived) return (await catalog(ctx, tx, entity, listId)).filter(asked).map(infoOf);
    const own = ofList(await customFields(ctx, tx), listId).filter((field) => field.archivedAt !== null);
    const asLive = own.map((field) => ({ ...field, archivedAt: null, slot: null }));
    return catalogOf(ctx, entity, asLive)
      .filter((field) => field.custom)
      .map(infoOf);
  });
}

function infoOf({
  key,
  type,
  label,
  editable,
  filterable,
  sortable,
  nullable,
  options,
  linksTo,
  custom,
  long: isLong,
}: Field): FieldInfo {
  const { long = isLong, currency, formula, returns } = custom?.options ?? {};
  return {
    ...{ key, type, label, editable, filterable, sortable, nullable },
    required: custom?.required ?? false,
    options: options ?? null,
    linksTo: linksTo ?? null,
    customId: key === tagsKey ? null : (custom?.id ?? null),
    section: custom?.section ?? null,
    more: { long, currency, formula, returns },
  };
}
