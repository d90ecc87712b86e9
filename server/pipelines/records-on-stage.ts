import { sql } from "drizzle-orm";
import { AppError, type Context, type StagedEntity, type Transaction } from "@/server/platform";
import type { LiveStage } from "./contract";

/** Where the records of a kind stand; one without a table of its own has none yet. */
const tables: Partial<Record<StagedEntity, string>> = { deal: "deal", lead: "lead" };

/** How many live records stand on these stages. Pipelines know records only by this question. */
export async function recordsOn(
  tx: Transaction,
  ctx: Context,
  entity: StagedEntity,
  stageIds: string[],
): Promise<number> {
  const table = tables[entity];
  if (stageIds.length === 0 || !table) return 0;
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
