import { sql } from "drizzle-orm";
import { AppError, type Context, type Transaction } from "@/server/platform";

/** How many live deals stand on these stages. Pipelines know deals only by this question. */
export async function dealsOn(tx: Transaction, ctx: Context, stageIds: string[]): Promise<number> {
  if (stageIds.length === 0) return 0;
  const ids = sql.join(
    stageIds.map((id) => sql`${id}`),
    sql`, `,
  );
  const { rows } = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from deal
      where organization_id = ${ctx.organizationId} and stage_id in (${ids}) and deleted_at is null`,
  );
  return rows[0]?.n ?? 0;
}

/** @throws STAGE_NOT_EMPTY naming how many deals stand there */
export async function assertEmpty(
  tx: Transaction,
  ctx: Context,
  stageId: string,
  field?: "outcome",
): Promise<void> {
  const count = await dealsOn(tx, ctx, [stageId]);
  if (count > 0) throw new AppError("STAGE_NOT_EMPTY", { count }, field ? { field } : {});
}
