import { and, eq, sql } from "drizzle-orm";
import { record } from "@/db/schema/crm-records";
import type { Field } from "@/server/fields";
import { memberNames } from "@/server/identity";
import { dictionaryNames } from "@/server/pipelines";
import type { Context, Transaction } from "@/server/platform";
import type { Names, RecordData } from "./contract";

/** Names of the records and members that the values refer to, by id. */
export async function namesIn(
  tx: Transaction,
  ctx: Context,
  fields: readonly Field[],
  records: readonly RecordData[],
): Promise<Names> {
  const links = idsHeld(fields, records, ["link"]);
  const members = idsHeld(fields, records, ["member"]);
  return {
    ...(await titlesOf(tx, ctx, links)),
    ...(members.length > 0 ? await memberNames(tx, ctx, members) : {}),
  };
}

type Dictionary = "pipeline" | "stage" | "source" | "loss_reason";

/** What the stages, pipelines, sources and loss reasons that the values refer to are called, by id; also those in the archive. */
export function dictionaryNamesIn(
  tx: Transaction,
  ctx: Context,
  fields: readonly Field[],
  records: readonly RecordData[],
  types: readonly Dictionary[],
): Promise<Names> {
  return dictionaryNames(tx, ctx, idsHeld(fields, records, types));
}

function idsHeld(
  fields: readonly Field[],
  records: readonly RecordData[],
  types: readonly Field["type"][],
): string[] {
  const keys = fields.filter((field) => types.includes(field.type)).map((field) => field.key);
  const values = records.flatMap((one) => keys.map((key) => one.values[key]));
  return [...new Set(values.filter((value): value is string => typeof value === "string"))];
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
