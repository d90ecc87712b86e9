import { sql } from "drizzle-orm";
import { AppError, type Context, type StagedEntity, type Transaction } from "@/server/platform";
import type { LiveStage } from "./contract";

/** Where the records of a kind are kept. */
const tables: Record<StagedEntity, string> = { deal: "deal", lead: "lead" };

/** How many live records stand on these stages. Pipelines know records only by this question. */
export async function recordsOn(
  tx: Transaction,
  ctx: Context,
  entity: StagedEntity,
  stageIds: string[],
): Promise<number> {
  if (stageIds.length === 0) return 0;
  const table = tables[entity];
  const ids = sql.join(
    stageIds.map((id) => sql`${id}`),
    sql`, `,
  );
  const { rows } = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from ${sql.identifier(table)}
      where organization_id = ${ctx.organizationId} and stage_id in (${ids}) and deleted_at is null`,
  );
  return rows[0]?.n ?? 0;
}

/** @throws STAGE_NOT_EMPTY naming how many records stand there */
export async function assertEmpty(
  tx: Transaction,
  ctx: Context,
  stage: Pick<LiveStage, "id" | "entity">,
  field?: "outcome",
): Promise<void> {
  const count = await recordsOn(tx, ctx, stage.entity, [stage.id]);
  if (count > 0) throw new AppError("STAGE_NOT_EMPTY", { count }, field ? { field } : {});
}
