import { generateNKeysBetween } from "fractional-indexing";
import { AppError, authorize, type Context, inOrganization, recordEvent } from "@/server/platform";
import { ReorderCustomFields } from "./contract";
import { customFields, forgetFields } from "./custom-fields";
import { fieldsReordered } from "./events";
import { lockFields, setField } from "./field-rows";

/** Lays the live fields of an entity, or of a list, out anew: their order and sections. @throws INVALID when one is missing or foreign */
export async function reorderCustomFields(ctx: Context, input: ReorderCustomFields): Promise<void> {
  authorize(ctx, "fields.edit");
  const { entity, listId, fields } = ReorderCustomFields.parse(input);
  await inOrganization(ctx, async (tx) => {
    await lockFields(tx, ctx, entity);
    const all = (await customFields(ctx, tx)).filter(
      (field) => field.entity === entity && field.listId === (listId ?? null),
    );
    const live = all.filter((field) => field.archivedAt === null).map((field) => field.id);
    const given = new Set(fields.map((field) => field.fieldId));
    if (given.size !== fields.length || live.length !== given.size || live.some((id) => !given.has(id))) {
      throw new AppError("INVALID", {}, { field: "fields" });
    }
    const archived = all.filter((field) => field.archivedAt !== null);
    const positions = generateNKeysBetween(null, null, fields.length + archived.length);
    const laidOut = [...fields, ...archived.map(({ id, section }) => ({ fieldId: id, section }))];
    for (const [place, { fieldId, section }] of laidOut.entries()) {
      const position = positions[place];
      if (position) await setField(tx, ctx, fieldId, { position, section });
    }
    forgetFields(tx);
    await recordEvent(tx, ctx, fieldsReordered, { recordId: ctx.organizationId, data: { entity } });
  });
}
