import { generateKeyBetween } from "fractional-indexing";
import type pg from "pg";
import type { Context } from "@/server/platform";

/**
 * What somebody would write by hand for the same results: prepared statements, as few of them as can be, under the
 * same role and the same row level security.
 */
export function rawSql(pool: pg.Pool, ctx: Context, pipelineId: string) {
  const organizationId = ctx.organizationId;

  async function inTransaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    try {
      await client.query("begin");
      await client.query({
        name: "enter",
        text: "select set_config('role', 'pult_app', true), set_config('app.organization_id', $1, true)",
        values: [organizationId],
      });
      const result = await work(client);
      await client.query("commit");
      return result;
    } catch (error) {
      await client.query("rollback");
      throw error;
    } finally {
      client.release();
    }
  }

  const place = [organizationId, pipelineId];

  return {
    board: () =>
      inTransaction(async (client) => {
        const totals = await client.query({ name: "totals", text: totalsSql(""), values: place });
        const cards = await client.query({ name: "pages", text: pagesSql(""), values: place });
        return { totals: totals.rows, cards: cards.rows };
      }),
    ownBoard: (seller: Context) => () =>
      inTransaction(async (client) => {
        const values = [...place, seller.member?.id];
        await client.query({ name: "own totals", text: totalsSql("and owner_id = $3"), values });
        await client.query({ name: "own pages", text: pagesSql("and owner_id = $3"), values });
      }),
    listDeals: () =>
      inTransaction((client) => client.query({ name: "list", text: listSql, values: [organizationId] })),
    /** The newest of each kind by one word. */
    search: (word: string) =>
      inTransaction((client) =>
        client.query({ name: "search", text: searchSql, values: [organizationId, word.split(" ")] }),
      ),
    /** By the first slot of numbers, in whole units. */
    filterBySlot: (atLeast: number) =>
      inTransaction((client) =>
        client.query({ name: "filter", text: filterSql, values: [organizationId, atLeast * 10_000] }),
      ),
    moveDeal: (dealId: string, stageId: string) =>
      inTransaction(async (client) => {
        const { rows } = await client.query({
          name: "before",
          text: beforeSql,
          values: [organizationId, dealId, stageId],
        });
        const [before] = rows;
        await client.query({
          name: "move",
          text: moveSql,
          values: [
            organizationId,
            dealId,
            stageId,
            before.outcome,
            generateKeyBetween(null, before.top),
            ...factsOf(ctx),
          ],
        });
      }),
    createDeal: (title: string, stageId: string) =>
      inTransaction(async (client) => {
        const { rows } = await client.query({
          name: "stage",
          text: stageSql,
          values: [organizationId, stageId],
        });
        const [stage] = rows;
        await client.query({
          name: "create",
          text: createSql,
          values: [
            organizationId,
            ctx.newId(),
            stageId,
            title,
            pipelineId,
            stage.outcome,
            generateKeyBetween(null, stage.top),
            ctx.member?.id,
            ...factsOf(ctx),
          ],
        });
      }),
  };
}

const factsOf = (ctx: Context) => [ctx.newId(), ctx.newId(), JSON.stringify(ctx.actor)];

const cardColumns = `d.id, d.title, d.amount_minor, d.currency, d.contact_id, d.company_id, d.owner_id, d.source_id,
  d.pipeline_id, d.stage_id, d.outcome, d.position, d.closes_at, d.closed_at, d.loss_reason_id, d.stage_entered_at,
  d.version, d.created_at, d.updated_at, c.name as contact_name, o.name as company_name, m.name as owner_name`;

const names = `left join contact c on c.organization_id = d.organization_id and c.id = d.contact_id
  left join company o on o.organization_id = d.organization_id and o.id = d.company_id
  left join member m on m.organization_id = d.organization_id and m.id = d.owner_id`;

const totalsSql = (
  narrowed: string,
) => `select stage_id, currency, count(*)::int as count, sum(amount_minor)::float8 as amount_minor from deal
  where organization_id = $1 and pipeline_id = $2 and deleted_at is null ${narrowed}
  group by stage_id, currency`;

const pagesSql = (narrowed: string) => `select ${cardColumns} from stage s cross join lateral (
    select * from deal where organization_id = $1 and pipeline_id = $2 and stage_id = s.id and deleted_at is null ${narrowed}
    order by position, id limit 50
  ) d ${names}
  where s.organization_id = $1 and s.pipeline_id = $2 order by d.stage_id, d.position, d.id`;

const listSql = `select ${cardColumns} from (
    select * from deal where organization_id = $1 and deleted_at is null order by created_at desc, id desc limit 41
  ) d ${names} order by d.created_at desc, d.id desc`;

const filterSql = `select ${cardColumns}, d.custom from (
    select * from deal where organization_id = $1 and deleted_at is null and slot_number1 >= $2
    order by created_at desc, id desc limit 41
  ) d ${names} order by d.created_at desc, d.id desc`;

// By the function that may use the trigram index under a policy.
const searchSql = `select r.id, r.entity, r.title from record r
  where r.organization_id = $1 and r.id = any (array(
    select search_records($2, $2, kind, 8)
    from unnest(array['deal', 'lead', 'contact', 'company', 'product', 'invoice', 'list_item']) as kind))`;

const top = (stage: string) => `(select position from deal
  where organization_id = $1 and pipeline_id = s.pipeline_id and stage_id = ${stage} and deleted_at is null
  order by position, id limit 1)`;

const beforeSql = `select s.outcome, ${top("$3")} as top from deal d, stage s
  where d.organization_id = $1 and d.id = $2 and d.deleted_at is null
    and s.organization_id = $1 and s.id = $3 and s.archived_at is null
  for update of d for share of s`;

const stageSql = `select s.outcome, ${top("$2")} as top from stage s
  where s.organization_id = $1 and s.id = $2 and s.archived_at is null for share of s`;

const moveSql = `with moved as (
    update deal set stage_id = $3, outcome = $4, position = $5, version = version + 1, stage_entered_at = now(),
      closed_at = case when $4 = 'open' then null else now() end, updated_at = now()
    where organization_id = $1 and id = $2 returning *
  ), left_stage as (
    update record_stage_visit set left_at = now() where organization_id = $1 and record_id = $2 and left_at is null
  ), entered as (
    insert into record_stage_visit (organization_id, id, record_id, stage_id, entered_at, actor)
    select organization_id, $6, id, stage_id, now(), $8 from moved
  ), happened as (
    insert into event (organization_id, id, name, entity, record_id, actor, causes, depth, data, occurred_at)
    select organization_id, $7, 'deal.stage_changed', 'deal', id, $8, '[]', 0,
      jsonb_build_object('title', title, 'stageId', stage_id), now() from moved
  )
  select moved.*, pg_notify('pult_outbox', ''), pg_notify('pult_live', json_build_object('o', $1, 'id', id)::text) from moved`;

const createSql = `with known as (
    insert into record (organization_id, id, entity, title, search) values ($1, $2, 'deal', $4, ' ' || lower($4))
  ), created as (
    insert into deal (organization_id, id, title, title_lower, amount_minor, currency, owner_id, pipeline_id, stage_id,
      outcome, position, stage_entered_at)
    values ($1, $2, $4, lower($4), 0, 'EUR', $8, $5, $3, $6, $7, now()) returning *
  ), entered as (
    insert into record_stage_visit (organization_id, id, record_id, stage_id, entered_at, actor)
    select organization_id, $9, id, stage_id, now(), $11 from created
  ), happened as (
    insert into event (organization_id, id, name, entity, record_id, actor, causes, depth, data, occurred_at)
    select organization_id, $10, 'deal.created', 'deal', id, $11, '[]', 0,
      jsonb_build_object('title', title, 'stageId', stage_id), now() from created
  )
  select created.*, pg_notify('pult_outbox', ''), pg_notify('pult_live', json_build_object('o', $1, 'id', id)::text) from created`;
