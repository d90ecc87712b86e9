import { and, isNull } from "drizzle-orm";
import { catalog } from "@/server/fields";
import { authorize, type Context, inOrganization, joining } from "@/server/platform";
import type { Names, RecordData } from "./contract";
import { dataOf } from "./list-records";
import { namesIn } from "./names";
import { type BaseRecord, type RecordType, rowFrom, rowOf } from "./record-type";

/** One record with every field of its catalog. @throws NOT_FOUND, also when the actor may not see it */
export async function getRecord<Row extends BaseRecord>(
  ctx: Context,
  type: RecordType<Row>,
  { id }: { id: string },
): Promise<{ record: RecordData; names: Names }> {
  return inOrganization(ctx, async (tx) => {
    const row = await readRecord(joining(ctx, tx), type, { id });
    authorize(ctx, `${type.entity}.view`, row);
    const fields = await catalog(ctx, tx, type.entity);
    const record = dataOf(type, fields, row);
    return { record, names: await namesIn(tx, ctx, fields, [record]) };
  });
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
