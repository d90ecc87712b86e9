import { AppError, authorize, type Context, inOrganization, recordEvent } from "@/server/platform";
import { arranged } from "./arranged";
import { assertList } from "./assert-list";
import { catalog } from "./catalog";
import { ArrangeFields, type FieldLayout, type FieldSection } from "./contract";
import type { Field } from "./define-field";
import { fieldsReordered } from "./events";
import { lockFields } from "./field-rows";
import { storedLayout, writeLayout } from "./layout-rows";

/**
 * Arranges the fields of an entity, or of a list, anew: their sections, the order of these, and of the fields in them.
 * @throws VERSION_CONFLICT when somebody did so in between, INVALID at `sections` for a foreign or repeated name or key
 */
export async function arrangeFields(ctx: Context, input: ArrangeFields): Promise<FieldLayout> {
  authorize(ctx, "fields.edit");
  const { version, sections, ...of } = ArrangeFields.parse(input);
  return inOrganization(ctx, async (tx) => {
    await lockFields(tx, ctx, of.entity);
    await assertList(tx, ctx, of);
    const before = await storedLayout(tx, ctx, of);
    if (before.version !== version) throw new AppError("VERSION_CONFLICT");
    const fields = await catalog(ctx, tx, of.entity, of.listId);
    assertSound(sections, fields);
    const after = await writeLayout(tx, ctx, of, { version, sections });
    await recordEvent(tx, ctx, fieldsReordered, {
      recordId: ctx.organizationId,
      data: { entity: of.entity },
    });
    return { ...after, sections: arranged(sections, fields) };
  });
}

function assertSound(sections: readonly FieldSection[], fields: readonly Field[]): void {
  const names = sections.map(({ name }) => name);
  const keys = sections.flatMap((section) => section.keys);
  const sound =
    names[0] === null &&
    new Set(names).size === names.length &&
    new Set(keys).size === keys.length &&
    keys.every((key) => fields.some((field) => field.key === key));
  if (!sound) throw new AppError("INVALID", {}, { field: "sections" });
}
