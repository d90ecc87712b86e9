import { sql } from "drizzle-orm";
import type { z } from "zod";
import { catalog } from "@/server/fields";
import { AppError, authorize, type Context, inOrganization } from "@/server/platform";
import type { CountGroups } from "./contract";
import type { BaseRecord, RecordType } from "./record-type";
import { visibleRecords } from "./visible";

const groupable = ["list", "member", "stage", "pipeline", "source", "loss_reason", "checkbox"];
const mostGroups = 300;

/** How many records hold each value of a field, the most frequent first; null counts those without one. */
export type GroupCount = { value: string | null; count: number };

/**
 * Counts the records the actor may see by the values of a field of few values. @throws INVALID at `groupBy`, FILTER_INVALID
 */
export async function countGroups<Row extends BaseRecord>(
  ctx: Context,
  type: RecordType<Row>,
  query: Omit<z.output<typeof CountGroups>, "entity">,
): Promise<GroupCount[]> {
  authorize(ctx, `${type.entity}.view`);
  return inOrganization(ctx, async (tx) => {
    const field = (await catalog(ctx, tx, type.entity)).find((one) => one.key === query.groupBy);
    if (!field?.filterable || !field.sql || !groupable.includes(field.type)) {
      throw new AppError("INVALID", { name: query.groupBy }, { field: "groupBy" });
    }
    const visible = await visibleRecords(ctx, tx, type, query);
    const { rows } = await tx.execute<{ value: string | null; count: string }>(
      sql`select ${field.sql()}::text as value, count(*) as count from ${type.table} where ${visible}
        group by 1 order by count(*) desc, 1 limit ${mostGroups}`,
    );
    return rows.map(({ value, count }) => ({ value, count: Number(count) }));
  });
}
