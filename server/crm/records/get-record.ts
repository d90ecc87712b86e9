import { and, isNull } from "drizzle-orm";
import { catalog } from "@/server/fields";
import { AppError, authorize, type Context, inOrganization, type Transaction } from "@/server/platform";
import type { Names, RecordData } from "./contract";
import { dataOf } from "./list-records";
import { dictionaryNamesIn, namesIn } from "./names";
import { type BaseRecord, type RecordType, rowFrom, rowOf } from "./record-type";

/**
 * One record with every field of its catalog; with `trash`, one in the trash too, for whoever may see it.
 * @throws NOT_FOUND, also when the actor may not see it
 */
export async function getRecord<Row extends BaseRecord>(
  ctx: Context,
  type: RecordType<Row>,
  { id, trash = false }: { id: string; trash?: boolean },
): Promise<{ record: RecordData; names: Names }> {
  return inOrganization(ctx, async (tx) => {
    const { row, deletedAt } = await rowAndTrash<Row>(tx, ctx, type, id);
    if (deletedAt && !trash) throw new AppError("NOT_FOUND");
    authorize(ctx, `${type.entity}.view`, row);
    const fields = await catalog(ctx, tx, type.entity);
    const record = { ...dataOf(type, fields, row), ...(deletedAt && { deletedAt }) };
    const names = {
      // A source or a reason that was archived since is offered to nobody, and still this record's.
      ...(await dictionaryNamesIn(tx, ctx, fields, [record], ["source", "loss_reason"])),
      ...(await namesIn(tx, ctx, fields, [record])),
    };
    return { record, names };
  });
}

async function rowAndTrash<Row extends BaseRecord>(
  tx: Transaction,
  ctx: Context,
  type: RecordType<Row>,
  id: string,
): Promise<{ row: Row; deletedAt: Date | null }> {
  const rows: unknown[] = await tx
    .select({ ...type.shape, trashedAt: type.table.deletedAt })
    .from(type.table)
    .where(rowOf(type, ctx, id));
  const { trashedAt, ...row } = rowFrom<Row & { trashedAt: Date | null }>(rows);
  // What is left of the row is what the type's shape selected.
  return { row: row as unknown as Row, deletedAt: trashedAt };
}

/** A live record's row, whoever asks. @throws NOT_FOUND */
export async function readRecord<Row extends BaseRecord>(
  ctx: Context,
  type: RecordType<Row>,
  { id }: { id: string },
): Promise<Row> {
  const rows = await inOrganization(ctx, (tx) =>
    tx
      .select(type.shape)
      .from(type.table)
      .where(and(rowOf(type, ctx, id), isNull(type.table.deletedAt))),
  );
  return rowFrom<Row>(rows);
}
