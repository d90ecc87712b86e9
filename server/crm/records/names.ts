import { and, eq, sql } from "drizzle-orm";
import { record } from "@/db/schema/crm-records";
import type { Field } from "@/server/fields";
import { memberNames } from "@/server/identity";
import type { Context, Transaction } from "@/server/platform";
import type { Names, RecordData } from "./contract";

/** Names of the records and members that the values refer to, by id. */
export async function namesIn(
  tx: Transaction,
  ctx: Context,
  fields: readonly Field[],
  records: readonly RecordData[],
): Promise<Names> {
  const idsOf = (type: "link" | "member") => {
    const keys = fields.filter((field) => field.type === type).map((field) => field.key);
    const values = records.flatMap((one) => keys.map((key) => one.values[key]));
    return [...new Set(values.filter((value): value is string => typeof value === "string"))];
  };
  const links = idsOf("link");
  const members = idsOf("member");
  return {
    ...(await titlesOf(tx, ctx, links)),
    ...(members.length > 0 ? await memberNames(tx, ctx, members) : {}),
  };
}

/** What records are called, by id; those in the trash too. */
export async function titlesOf(tx: Transaction, ctx: Context, ids: string[]): Promise<Names> {
  if (ids.length === 0) return {};
  const rows = await tx
    .select({ id: record.id, title: record.title })
    .from(record)
    .where(
      and(eq(record.organizationId, ctx.organizationId), sql`${record.id} = any (${sql.param(ids)}::uuid[])`),
    );
  return Object.fromEntries(rows.map((row) => [row.id, row.title]));
}
