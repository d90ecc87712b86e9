import { authorize, type Context, inOrganization, recordEvent } from "@/server/platform";
import { type BaseRecord, lockRecord, type RecordType, writeRow } from "./record-type";
import { markDeleted } from "./register";

/** Moves a record to the trash; `restoreRecord` brings it back as it was. @throws NOT_FOUND, FORBIDDEN */
export async function trashRecord<Row extends BaseRecord>(
  ctx: Context,
  type: RecordType<Row>,
  { id }: { id: string },
): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const before = await lockRecord(tx, ctx, type, id);
    authorize(ctx, `${type.entity}.delete`, before);
    await type.mayLeave?.(tx, ctx, before);
    const version = before.version + 1;
    await writeRow(tx, ctx, type, id, { deletedAt: ctx.now(), version });
    await markDeleted(tx, ctx, id, ctx.now());
    await recordEvent(tx, ctx, type.events.deleted, {
      recordId: id,
      version,
      data: { ...type.about(before), title: type.title(before) },
    });
  });
}

/** Takes a record out of the trash. @throws NOT_FOUND, FORBIDDEN, and what its type says when it may not return */
export async function restoreRecord<Row extends BaseRecord>(
  ctx: Context,
  type: RecordType<Row>,
  { id }: { id: string },
): Promise<Row> {
  return inOrganization(ctx, async (tx) => {
    const before = await lockRecord(tx, ctx, type, id, "trash");
    authorize(ctx, `${type.entity}.delete`, before);
    await type.mayReturn?.(tx, ctx, before);
    const version = before.version + 1;
    const after = await writeRow(tx, ctx, type, id, { deletedAt: null, version, updatedAt: ctx.now() });
    await markDeleted(tx, ctx, id, null);
    await recordEvent(tx, ctx, type.events.restored, {
      recordId: id,
      version: after.version,
      data: { ...type.about(after), title: type.title(after) },
    });
    return after;
  });
}
