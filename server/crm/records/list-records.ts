import { and, eq, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { catalog, type Field } from "@/server/fields";
import { AppError, authorize, type Context, inOrganization } from "@/server/platform";
import { ListRecords, type Names, type RecordData } from "./contract";
import { afterCursor, cursorOf, type Ordering, orderBy, readCursor } from "./keyset";
import { namesIn } from "./names";
import type { BaseRecord, RecordType } from "./record-type";
import { visibleRecords } from "./visible";

export type RecordList = {
  records: RecordData[];
  /** Names of what the values refer to. */
  names: Names;
  nextCursor: string | null;
  /** How many there are in all, when asked for. */
  total: number | null;
};

/**
 * A page of the records the actor may see, with the fields wanted. Sorted by any sortable field, ties by id; pages
 * follow by cursor, which an insert in between does not shift. @throws FILTER_INVALID, INVALID at `sort` or `cursor`
 */
export async function listRecords<Row extends BaseRecord>(
  ctx: Context,
  type: RecordType<Row>,
  input: ListRecords,
  action: "view" | "export" = "view",
): Promise<RecordList> {
  const query = ListRecords.parse(input);
  authorize(ctx, `${type.entity}.${action}`);
  return inOrganization(ctx, async (tx) => {
    const fields = await catalog(ctx, tx, type.entity);
    const ordering = orderingOf(type.table.id, fields, query.sort);
    const visible = await visibleRecords(ctx, tx, type, query, action);
    const after = readCursor(query.cursor);
    const total = query.count ? await tx.$count(type.table, visible) : null;
    const page = await tx
      .select({ id: type.table.id, at: sql<string | null>`${ordering.by}::text` })
      .from(type.table)
      .where(after ? and(visible, afterCursor(ordering, after)) : visible)
      .orderBy(...orderBy(ordering))
      .offset(query.offset)
      .limit(query.limit + 1);
    const wanted = page.slice(0, query.limit);
    const rows = await rowsOf(wanted.map((one) => String(one.id)));
    const shown = query.columns ? fields.filter((field) => query.columns?.includes(field.key)) : fields;
    const records = rows.map((row) => dataOf(type, shown, row));
    const last = wanted.at(-1);
    return {
      records,
      names: await namesIn(tx, ctx, shown, records),
      nextCursor: page.length > query.limit && last ? cursorOf({ at: last.at, id: String(last.id) }) : null,
      total,
    };

    async function rowsOf(ids: string[]): Promise<Row[]> {
      if (ids.length === 0) return [];
      const found = await tx
        .select(type.shape)
        .from(type.table)
        .where(
          and(
            eq(type.table.organizationId, ctx.organizationId),
            sql`${type.table.id} = any (${sql.param(ids)}::uuid[])`,
          ),
        );
      const byId = new Map((found as unknown as Row[]).map((row) => [row.id, row]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    }
  });
}

/** A row as its fields read it. */
export function dataOf<Row extends BaseRecord>(
  type: RecordType<Row>,
  fields: readonly Field[],
  row: Row,
): RecordData {
  return {
    id: row.id,
    entity: type.entity,
    title: type.title(row),
    ownerId: row.ownerId,
    version: row.version,
    values: Object.fromEntries(fields.map((field) => [field.key, field.read(row)])),
  };
}

function orderingOf(
  id: PgColumn,
  fields: readonly Field[],
  { field: key, direction }: { field: string; direction: "asc" | "desc" },
): Ordering {
  const field = fields.find((one) => one.key === key);
  if (!field?.sortable || !field.sql) throw new AppError("INVALID", { name: key }, { field: "sort" });
  const by: SQL = field.folded?.() ?? field.sql();
  return { by, id: sql`${id}`, type: field.type, nullable: field.nullable, direction };
}
