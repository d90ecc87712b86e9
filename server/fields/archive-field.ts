import { authorize, type Context, inOrganization, recordEvent } from "@/server/platform";
import type { CustomField, CustomFieldId } from "./contract";
import { forgetFields } from "./custom-fields";
import { fieldArchived, fieldRestored } from "./events";
import { about, lockField, setField } from "./field-rows";
import { emptySlot, fillSlot, freeSlot } from "./field-slots";

/** Takes a field out of use; records keep its values, its slot is given back. @throws NOT_FOUND */
export async function archiveCustomField(ctx: Context, { fieldId }: CustomFieldId): Promise<CustomField> {
  authorize(ctx, "fields.edit");
  return inOrganization(ctx, async (tx) => {
    const before = await lockField(tx, ctx, fieldId);
    if (before.archivedAt) return before;
    if (before.slot) await emptySlot(tx, ctx, before.entity, before.slot);
    const after = await setField(tx, ctx, fieldId, { archivedAt: ctx.now(), slot: null });
    forgetFields(tx);
    await recordEvent(tx, ctx, fieldArchived, { recordId: fieldId, data: about(after) });
    return after;
  });
}

/** Brings an archived field back with the values records kept. @throws NOT_FOUND, FIELD_SLOTS_FULL */
export async function restoreCustomField(ctx: Context, { fieldId }: CustomFieldId): Promise<CustomField> {
  authorize(ctx, "fields.edit");
  return inOrganization(ctx, async (tx) => {
    const before = await lockField(tx, ctx, fieldId);
    if (!before.archivedAt) return before;
    const slot = before.filterable ? await freeSlot(tx, ctx, before.entity, before.type) : null;
    if (slot) await fillSlot(tx, ctx, before, slot);
    const after = await setField(tx, ctx, fieldId, { archivedAt: null, slot });
    forgetFields(tx);
    await recordEvent(tx, ctx, fieldRestored, { recordId: fieldId, data: about(after) });
    return after;
  });
}
