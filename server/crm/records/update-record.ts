import { isCustomKey, keepFiles, listOf, readCustom } from "@/server/fields";
import {
  AppError,
  authorize,
  type Context,
  inOrganization,
  invalidInput,
  recordEvent,
  type Transaction,
} from "@/server/platform";
import { difference } from "./difference";
import { type BaseRecord, lockRecord, type RecordType, writeRow } from "./record-type";
import { renameRecord } from "./register";

export type RecordUpdate = {
  id: string;
  /** The version the editor saw; absent when nobody looked. */
  version?: number | undefined;
  /** Values by field key, custom ones among them; null empties. */
  changes: Record<string, unknown>;
};

/**
 * Changes fields of a record by their keys; nothing is written or recorded when nothing differs. The event carries each
 * field's value before and after, so that history can say who, or which robot, changed it.
 * @throws NOT_FOUND, FORBIDDEN, VERSION_CONFLICT, INVALID at the field
 */
export async function updateRecord<Row extends BaseRecord>(
  ctx: Context,
  type: RecordType<Row>,
  { id, version, changes }: RecordUpdate,
): Promise<Row> {
  return inOrganization(ctx, async (tx) => {
    const before = await lockRecord(tx, ctx, type, id);
    authorize(ctx, `${type.entity}.edit`, before);
    assertVersion(before, version);
    const [own, custom] = split(changes);
    const given = readDeclared(type, own);
    const declared = { ...(await type.follows?.(tx, ctx, given, before)), ...given };
    const of = { entity: type.entity, listId: listOf(before) };
    const extra = custom ? await readCustom(ctx, tx, of, custom, before.custom, id) : null;
    const differs = { ...difference(before, declared), ...difference(before.custom, extra?.values ?? {}) };
    if (Object.keys(differs).length === 0) return before;
    await type.check?.(tx, ctx, declared);
    await type.mayTake?.(tx, ctx, declared, before);
    const after = await writeRow(tx, ctx, type, id, {
      ...declared,
      ...type.repeated?.(declared),
      ...(extra && { custom: extra.custom, ...extra.slots }),
      version: before.version + 1,
      updatedAt: ctx.now(),
    });
    await keepFiles(tx, ctx, id, extra?.files);
    await type.written?.(tx, ctx, after, declared);
    await rename(tx, ctx, type, before, after);
    await recordEvent(tx, ctx, type.events.updated, {
      recordId: id,
      version: after.version,
      data: { ...type.about(after), title: type.title(after), changes: differs },
    });
    return after;
  });
}

/**
 * Whether changes would be taken by records of the type at all, whoever's they are: before many are changed at once.
 * @throws INVALID at the field
 */
export async function checkChanges<Row extends BaseRecord>(
  tx: Transaction,
  ctx: Context,
  type: RecordType<Row>,
  changes: Record<string, unknown>,
): Promise<void> {
  const [own, custom] = split(changes);
  const declared = readDeclared(type, own);
  if (custom) await readCustom(ctx, tx, type.entity, custom, {});
  await type.check?.(tx, ctx, declared);
}

/** @throws VERSION_CONFLICT when somebody saved in between; a call without a version does not ask */
export function assertVersion(record: { version: number }, version: number | undefined): void {
  if (version !== undefined && version !== record.version) throw new AppError("VERSION_CONFLICT");
}

function split(changes: Record<string, unknown>): [Record<string, unknown>, Record<string, unknown> | null] {
  const entries = Object.entries(changes).filter(([, value]) => value !== undefined);
  const custom = entries.filter(([key]) => isCustomKey(key));
  const own = entries.filter(([key]) => !isCustomKey(key));
  return [Object.fromEntries(own), custom.length > 0 ? Object.fromEntries(custom) : null];
}

function readDeclared<Row extends BaseRecord>(
  type: RecordType<Row>,
  changes: Record<string, unknown>,
): Partial<Row> {
  const read = type.changes.safeParse(changes);
  if (read.success) return read.data;
  throw invalidInput(read.error);
}

async function rename<Row extends BaseRecord>(
  tx: Transaction,
  ctx: Context,
  type: RecordType<Row>,
  before: Row,
  after: Row,
): Promise<void> {
  const title = type.title(after);
  const found = type.foundBy?.some((key) => before[key] !== after[key]) ?? false;
  if (title === type.title(before) && !found) return;
  const others = (await type.searchable?.(tx, ctx, after)) ?? [];
  await renameRecord(tx, ctx, { id: after.id, title, others });
}
