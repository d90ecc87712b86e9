import { and, eq, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { catalog, type Field, listOf } from "@/server/fields";
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
    const { id, organizationId } = type.table;
    // Found by the narrow row, then read whole: what is sorted by need not lie in an index.
    const found = tx
      .select({
        id: sql<string>`${id}`.as("found_id"),
        at: sql<string | null>`${ordering.by}::text`.as("found_at"),
      })
      .from(type.table)
      .where(after ? and(visible, afterCursor(ordering, after)) : visible)
      .orderBy(...orderBy(ordering))
      .offset(query.offset)
      .limit(query.limit + 1)
      .as("found");
    const total = sql<number | null>`(select count(*)::int from ${type.table} where ${visible})`;
    const read: unknown = await tx
      .select({ row: type.shape, at: found.at, total: query.count ? total : sql<null>`null` })
      .from(found)
      .innerJoin(type.table, and(eq(organizationId, ctx.organizationId), eq(id, found.id)))
      .orderBy(...orderBy(ordering));
    // The shape names the columns of Row, which a general table cannot tell the compiler.
    const page = read as { row: Row; at: string | null; total: number | null }[];
    const wanted = page.slice(0, query.limit);
    const shown = query.columns ? fields.filter((field) => query.columns?.includes(field.key)) : fields;
    const records = wanted.map(({ row }) => dataOf(type, shown, row));
    const last = wanted.at(-1);
    return {
      records,
      names: await namesIn(tx, ctx, shown, records),
      nextCursor: page.length > query.limit && last ? cursorOf({ at: last.at, id: last.row.id }) : null,
      total: query.count ? (page[0]?.total ?? (await tx.$count(type.table, visible))) : null,
    };
  });
}

/** A row as its fields read it. */
export function dataOf<Row extends BaseRecord>(
  type: RecordType<Row>,
  fields: readonly Field[],
  row: Row,
): RecordData {
  const locked = type.locked?.(row) ?? [];
  return {
    id: row.id,
    entity: type.entity,
    title: type.title(row),
    ownerId: row.ownerId,
    version: row.version,
    values: Object.fromEntries(fieldsOf(fields, row).map((field) => [field.key, field.read(row)])),
    ...(locked.length > 0 && { locked }),
  };
}

// Two lists never share a field: a record shows its own list's.
function fieldsOf(fields: readonly Field[], row: object): readonly Field[] {
  const mine = listOf(row);
  return mine ? fields.filter(({ custom }) => !custom?.listId || custom.listId === mine) : fields;
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
