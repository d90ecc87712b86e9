import { sql } from "drizzle-orm";
import { generateNKeysBetween } from "fractional-indexing";
import { setUpPipeline } from "@/server/pipelines";
import { asWorker, type Context, type Role } from "@/server/platform";
import { makeMember, makeWorkspace } from "@/server/testing/fixtures";

export type BenchWorkspace = { owner: Context; seller: Context; pipelineId: string; stageIds: string[] };

type Size = { deals: number; contacts: number };

const roles: Role[] = [
  "head_of_sales",
  "team_lead",
  "sales",
  "sales",
  "sales",
  "sales",
  "sales",
  "sales",
  "observer",
];

const stages = [
  { name: "New", colour: "sky", outcome: "open" },
  { name: "Qualified", colour: "indigo", outcome: "open" },
  { name: "Proposal", colour: "plum", outcome: "open" },
  { name: "Negotiation", colour: "amber", outcome: "open" },
  { name: "Contract", colour: "orange", outcome: "open" },
  { name: "Won", colour: "green", outcome: "won" },
  { name: "Lost", colour: "rose", outcome: "lost" },
] as const;

/**
 * A workspace of ten members and a pipeline of seven stages, its contacts and deals spread evenly over them; amounts
 * in two currencies. Rows are written as pult_worker, under the same policies as everything else.
 */
export async function seedWorkspace(name: string, size: Size): Promise<BenchWorkspace> {
  const workspace = await makeWorkspace(name);
  const { owner } = workspace;
  const colleagues: Context[] = [];
  for (const [i, role] of roles.entries()) colleagues.push(await makeMember(workspace, role, `Member${i}`));
  const { pipelineId, stageIds } = await setUpPipeline(owner, {
    name: "Measured",
    stages: stages.map((stage) => ({ ...stage, requiredFields: [] })),
    lossReasons: [{ name: "Price", class: "real" }],
    sources: ["Website"],
  });
  const memberIds = [owner, ...colleagues].flatMap((one) => (one.member ? [one.member.id] : []));
  await seedContacts(owner, size.contacts);
  for (const [i, stageId] of stageIds.entries()) {
    await seedStage(owner, memberIds, {
      pipelineId,
      stageId,
      outcome: stages[i]?.outcome ?? "open",
      deals:
        Math.floor((size.deals * (i + 1)) / stageIds.length) - Math.floor((size.deals * i) / stageIds.length),
    });
  }
  const seller = colleagues.find((one) => one.member?.role === "sales") ?? owner;
  return { owner, seller, pipelineId, stageIds };
}

async function seedContacts({ organizationId }: Context, contacts: number): Promise<void> {
  await asWorker((tx) =>
    tx.execute(sql`
      with made as (
        select uuidv7() as id, n from generate_series(1, ${contacts}::int) n
      ), registered as (
        insert into record (organization_id, id, entity, title, search)
        select ${organizationId}, id, 'contact', 'Contact ' || n, ' contact ' || n || ' contact-' || n || '@example.com' from made
      )
      insert into contact (organization_id, id, name, name_lower, email)
      select ${organizationId}, id, 'Contact ' || n, 'contact ' || n, 'contact-' || n || '@example.com' from made`),
  );
}

type StagePlan = { pipelineId: string; stageId: string; outcome: string; deals: number };

async function seedStage(
  { organizationId }: Context,
  memberIds: string[],
  { pipelineId, stageId, outcome, deals }: StagePlan,
): Promise<void> {
  const positions = generateNKeysBetween(null, null, deals);
  const members = sql.join(
    memberIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  await asWorker((tx) =>
    tx.execute(sql`
      with someone as (
        select array_agg(id) as ids from contact where organization_id = ${organizationId}
      ), dealt as (
        select uuidv7() as id, place, n from unnest(${sql.param(positions)}::text[]) with ordinality as placed (place, n)
      ), registered as (
        insert into record (organization_id, id, entity, title, search)
        select ${organizationId}, id, 'deal', 'Deal ' || n, ' deal ' || n from dealt
      ), made as (
        insert into deal (organization_id, id, title, title_lower, amount_minor, currency, contact_id, owner_id,
          pipeline_id, stage_id, outcome, position, stage_entered_at, created_at, updated_at)
        select ${organizationId}, id, 'Deal ' || n, 'deal ' || n, (n * 7919) % 5000000,
          case when n % 10 = 0 then 'USD' else 'EUR' end, ids[1 + (n * 31) % cardinality(ids)],
          (array[${members}])[1 + n % ${memberIds.length}], ${pipelineId}, ${stageId}, ${outcome},
          place, now(), now() - n * interval '3 minutes', now()
        from someone, dealt
        returning organization_id, id, stage_id
      )
      insert into record_stage_visit (organization_id, id, record_id, stage_id, entered_at, actor)
      select organization_id, uuidv7(), id, stage_id, now(), '{"type": "system", "id": "pult"}' from made`),
  );
}
