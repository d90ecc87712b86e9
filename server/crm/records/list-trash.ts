import { and, desc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { record } from "@/db/schema/crm-records";
import { resolveFilter } from "@/server/fields";
import { toSql } from "@/server/filter";
import { authorize, type Context, inOrganization, visibility } from "@/server/platform";
import type { ListTrash, Trashed } from "./contract";
import type { BaseRecord, RecordType } from "./record-type";

/** The records in the trash that the actor may bring back, the last deleted first; at most a hundred a page. */
export async function listTrash<Row extends BaseRecord>(
  ctx: Context,
  type: RecordType<Row>,
  { offset }: Pick<z.output<typeof ListTrash>, "offset">,
): Promise<{ records: Trashed[]; nextOffset: number | null }> {
  authorize(ctx, `${type.entity}.delete`);
  const { table } = type;
  return inOrganization(ctx, async (tx) => {
    const seen = visibility(ctx, type.entity, "delete");
    const parts: (SQL | undefined)[] = [
      eq(table.organizationId, ctx.organizationId),
      isNotNull(table.deletedAt),
      "and" in seen ? undefined : toSql(await resolveFilter(ctx, tx, type.entity, seen)),
    ];
    const rows = await tx
      .select({
        id: record.id,
        title: record.title,
        deletedAt: sql<Date>`${table.deletedAt}`.mapWith(record.deletedAt),
      })
      .from(table)
      .innerJoin(record, and(eq(record.organizationId, table.organizationId), eq(record.id, table.id)))
      .where(and(...parts))
      .orderBy(desc(table.deletedAt), desc(table.id))
      .offset(offset)
      .limit(pageSize + 1);
    const records = rows.slice(0, pageSize);
    return { records, nextOffset: rows.length > pageSize ? offset + pageSize : null };
  });
}

const pageSize = 100;
