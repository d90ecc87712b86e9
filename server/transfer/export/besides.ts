import { invoiceContents } from "@/server/crm/invoices";
import { linesFor } from "@/server/crm/line-items";
import { linksFor } from "@/server/crm/links";
import { productTerms } from "@/server/crm/products";
import { contactPointsFor, type RecordList } from "@/server/crm/records";
import type { ContactPoint } from "@/server/crm/records/contract";
import type { Field } from "@/server/fields";
import { type Context, inOrganization, joining } from "@/server/platform";
import { type Exportable, reachedEntities } from "../contract";

type Columns = Record<string, unknown>;

/** What a lossless export has of each record besides the values of its fields, by column; the same columns of all. */
export function besides(
  ctx: Context,
  entity: Exportable,
  { records, names }: Pick<RecordList, "records" | "names">,
  fields: readonly Field[],
): Promise<Columns[]> {
  const ids = records.map((one) => one.id);
  return inOrganization(ctx, async (tx) => {
    const points = reachedEntities.includes(entity) ? await contactPointsFor(joining(ctx, tx), ids) : null;
    const terms = entity === "product" ? await productTerms(tx, ctx, ids) : null;
    const lines = entity === "deal" ? await linesFor(tx, ctx, ids) : null;
    const contents = entity === "invoice" ? await invoiceContents(joining(ctx, tx), ids) : null;
    const links = await linksFor(tx, ctx, ids);
    return records.map(({ id, values }) => ({
      ...(terms && terms.get(id)),
      ...(points && reached(points.get(id) ?? [])),
      ...(lines && { lines: lines.get(id) ?? [] }),
      ...(contents && contents.get(id)),
      links: links.get(id) ?? [],
      names: namesOf(fields, { ...values, ...terms?.get(id) }, names),
    }));
  });
}

// Phones and emails stand alone too, for whoever reads the file without looking into JSON.
function reached(points: readonly ContactPoint[]): Columns {
  const of = (kind: ContactPoint["kind"]) =>
    points.filter((one) => one.kind === kind).map((one) => one.value);
  return {
    phones: of("phone"),
    emails: of("email"),
    points: points.map(({ kind, value, label }) => ({ kind, value, label })),
  };
}

/** What the ids among a record's values are called, so that another workspace finds its own of that name. */
function namesOf(
  fields: readonly Field[],
  values: Columns,
  names: Readonly<Record<string, string>>,
): Columns {
  const found: Columns = {};
  const note = (id: unknown, name: string | undefined) => {
    if (typeof id === "string" && name !== undefined && name !== id) found[id] = name;
  };
  for (const field of fields)
    for (const id of [values[field.key]].flat())
      note(id, field.options?.find((option) => option.id === id)?.name ?? names[String(id)]);
  note(values.categoryId, names[String(values.categoryId)]);
  return found;
}
