import { and, eq, inArray, sql } from "drizzle-orm";
import { pipeline, stage } from "@/db/schema/pipelines";
import { authorize, type Context, inOrganization, recordEvent, type Transaction } from "@/server/platform";
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
    if (before.slot) await emptySlot(tx, ctx, before, before.slot);
    const after = await setField(tx, ctx, fieldId, { archivedAt: ctx.now(), slot: null });
    await requireNoMore(tx, ctx, before);
    forgetFields(tx);
    await recordEvent(tx, ctx, fieldArchived, { recordId: fieldId, data: about(after) });
    return after;
  });
}

// Nobody could fill the field in any more: a stage that went on requiring it would let no deal in.
async function requireNoMore(tx: Transaction, ctx: Context, { entity, key }: CustomField): Promise<void> {
  const { organizationId } = ctx;
  const theirs = tx
    .select({ id: pipeline.id })
    .from(pipeline)
    .where(and(eq(pipeline.organizationId, organizationId), sql`${pipeline.entity} = ${entity}`));
  await tx
    .update(stage)
    .set({ requiredFields: sql`${stage.requiredFields} - ${key}::text` })
    .where(
      and(
        eq(stage.organizationId, organizationId),
        inArray(stage.pipelineId, theirs),
        sql`jsonb_exists(${stage.requiredFields}, ${key}::text)`,
      ),
    );
}

/** Brings an archived field back with the values records kept. @throws NOT_FOUND, FIELD_SLOTS_FULL */
export async function restoreCustomField(ctx: Context, { fieldId }: CustomFieldId): Promise<CustomField> {
  authorize(ctx, "fields.edit");
  return inOrganization(ctx, async (tx) => {
    const before = await lockField(tx, ctx, fieldId);
    if (!before.archivedAt) return before;
    const slot = before.filterable ? await freeSlot(tx, ctx, before) : null;
    if (slot) await fillSlot(tx, ctx, before, slot);
    const after = await setField(tx, ctx, fieldId, { archivedAt: null, slot });
    forgetFields(tx);
    await recordEvent(tx, ctx, fieldRestored, { recordId: fieldId, data: about(after) });
    return after;
  });
}
