import { type SQL, sql } from "drizzle-orm";
import { stageTally } from "@/db/schema/crm-tallies";
import { asWorker, type Context, type Entity, visibility } from "@/server/platform";
import type { BoardQuery, StageTotal } from "./contract";
import type { StagedRow, StagedType } from "./staged-type";

/** Pipelines with more rows than this are folded by the sweep: so many are still summed in about a millisecond. */
const mostRows = 300;

type Wanted = BoardQuery & {
  /** The condition that the board's cards meet. */
  here: SQL;
};

/**
 * A select of the count and the sum of every stage and currency that anything stands on. Whole stages, or one's own part
 * of them, are read from the tally; records narrowed by text or a filter are counted themselves.
 */
export function stageSums<Row extends StagedRow>(ctx: Context, type: StagedType<Row>, wanted: Wanted): SQL {
  const owners = wanted.search || wanted.filter ? null : ownersSeen(ctx, type.entity);
  return owners ? tallied(ctx, wanted, owners === "all" ? null : owners) : counted(type, wanted);
}

/** What `stageSums` selected, as an array, by stage. */
export function totalsOf(sums: unknown): StageTotal[] {
  const totals = new Map<string, StageTotal>();
  // The columns of `stageSums`.
  for (const { stage_id: stageId, currency, count, amount_minor: amountMinor } of sums as Sum[]) {
    const total = totals.get(stageId) ?? { stageId, count: 0, sums: [] };
    total.count += count;
    total.sums.push({ currency, amountMinor });
    totals.set(stageId, total);
  }
  return [...totals.values()];
}

type Sum = { stage_id: string; currency: string; count: number; amount_minor: number };

function counted<Row extends StagedRow>({ table }: StagedType<Row>, { here }: Wanted): SQL {
  return sql`select ${table.stageId}, ${table.currency}, count(*)::int as count,
      sum(${table.amountMinor})::float8 as amount_minor
    from ${table} where ${here} group by ${table.stageId}, ${table.currency} order by ${table.currency}`;
}

function tallied(ctx: Context, { pipelineId, ownerId }: Wanted, owners: readonly string[] | null): SQL {
  const parts = [
    sql`${stageTally.organizationId} = ${ctx.organizationId}`,
    sql`${stageTally.pipelineId} = ${pipelineId}`,
  ];
  if (owners) parts.push(sql`${stageTally.ownerId} = any (${sql.param(owners)}::uuid[])`);
  if (ownerId) parts.push(sql`${stageTally.ownerId} = ${ownerId}`);
  return sql`select ${stageTally.stageId}, ${stageTally.currency}, sum(${stageTally.count})::int as count,
      sum(${stageTally.amountMinor})::float8 as amount_minor
    from ${stageTally} where ${sql.join(parts, sql` and `)}
    group by ${stageTally.stageId}, ${stageTally.currency} having sum(${stageTally.count}) <> 0
    order by ${stageTally.currency}`;
}

/** Whose records the actor may see; null when that depends on more than the owner. */
function ownersSeen(ctx: Context, entity: Entity): "all" | string[] | null {
  const seen = visibility(ctx, entity);
  if ("and" in seen && seen.and.length === 0) return "all";
  const isByOwner = "field" in seen && seen.field === "ownerId" && seen.operator === "in";
  return isByOwner && Array.isArray(seen.value) ? seen.value : null;
}

/** Folds tallies of more rows than that together, pipeline by pipeline. @returns how many rows are fewer */
export async function foldTallies({ over = mostRows } = {}): Promise<number> {
  return asWorker(async (tx) => {
    // Two at once would wait for each other's rows in different orders.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('stage tallies', 0))`);
    const { rows } = await tx.execute<{ fewer: number }>(sql`
      with long as (
        select organization_id, pipeline_id from stage_tally group by 1, 2 having count(*) > ${over}
      ), old as (
        delete from stage_tally t using long
        where t.organization_id = long.organization_id and t.pipeline_id = long.pipeline_id
        returning t.organization_id, t.pipeline_id, t.stage_id, t.owner_id, t.currency, t.count, t.amount_minor
      ), folded as (
        insert into stage_tally (organization_id, id, pipeline_id, stage_id, owner_id, currency, count, amount_minor)
        select organization_id, gen_random_uuid(), pipeline_id, stage_id, owner_id, currency, sum(count), sum(amount_minor)
        from old group by 1, 3, 4, 5, 6
        having sum(count) <> 0 or sum(amount_minor) <> 0
        returning 1
      )
      select (select count(*) from old)::int - (select count(*) from folded)::int as fewer`);
    return rows[0]?.fewer ?? 0;
  });
}
