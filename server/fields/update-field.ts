import { authorize, type Context, inOrganization, recordEvent, type Transaction } from "@/server/platform";
import { type CustomField, UpdateCustomField } from "./contract";
import { forgetFields } from "./custom-fields";
import { fieldUpdated } from "./events";
import { about, lockField, setField } from "./field-rows";
import { emptySlot, fillSlot, freeSlot } from "./field-slots";
import { putInSection } from "./layout-rows";
import { assertFilterable, readOptions } from "./options";

/**
 * Changes a field: its name, options, section, whether it is required or filtered by. Its type and key stay. When it
 * becomes filterable, what records hold already is laid into a slot at once.
 * @throws NOT_FOUND, INVALID at an option, FORMULA_INVALID, FIELD_SLOTS_FULL
 */
export async function updateCustomField(ctx: Context, input: UpdateCustomField): Promise<CustomField> {
  authorize(ctx, "fields.edit");
  const { fieldId, changes } = UpdateCustomField.parse(input);
  const { section, ...values } = changes;
  return inOrganization(ctx, async (tx) => {
    const before = await lockField(tx, ctx, fieldId);
    const options = changes.options
      ? await readOptions(tx, ctx, before, changes.options, before.options)
      : before.options;
    const filterable = changes.filterable ?? before.filterable;
    if (filterable) assertFilterable(before, options);
    const slot = await slotNow(tx, ctx, before, filterable);
    const after = await setField(tx, ctx, fieldId, { ...values, options, filterable, slot });
    forgetFields(tx);
    if (section !== undefined) await putInSection(tx, ctx, after, { key: after.key, section });
    await recordEvent(tx, ctx, fieldUpdated, {
      recordId: fieldId,
      data: { ...about(after), changed: Object.keys(changes) },
    });
    return after;
  });
}

async function slotNow(
  tx: Transaction,
  ctx: Context,
  field: CustomField,
  filterable: boolean,
): Promise<string | null> {
  if (field.archivedAt || filterable === field.filterable) return field.slot;
  if (field.slot) {
    await emptySlot(tx, ctx, field, field.slot);
    return null;
  }
  const slot = await freeSlot(tx, ctx, field);
  if (slot) await fillSlot(tx, ctx, field, slot);
  return slot;
}
