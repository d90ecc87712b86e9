import { sql } from "drizzle-orm";
import { generateNKeysBetween } from "fractional-indexing";
// Declares what deals are, for their custom field.
import "@/server/crm/deals";
import { inLatin, spelled } from "@/server/crm/records/spelling";
import { createCustomField } from "@/server/fields";
import type { CustomField } from "@/server/fields/contract";
import { setUpPipeline } from "@/server/pipelines";
import { asWorker, type Context, type Role } from "@/server/platform";
import { makeMember, makeWorkspace } from "@/server/testing/fixtures";

export type BenchWorkspace = {
  slug: string;
  owner: Context;
  seller: Context;
  pipelineId: string;
  stageIds: string[];
  /** A number from 0 to 999 that every deal holds, filterable. */
  seats: CustomField;
};

type Size = {
  deals: number;
  contacts: number;
  /** Stages before Won and Lost. */
  openStages?: number;
  /** How many of the deals are lost; as many as stand on any other stage when it is not said. */
  lost?: number;
};

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

const colours = ["sky", "indigo", "plum", "amber", "orange"] as const;

const firstNames =
  "Анна Иван Мария Пётр Ольга Алексей Юлия Фёдор Anna John Maria Peter Emma Alex Julia Thomas";
const lastNames =
  "Иванова Щербаков Кузнецова Жуков Соловьёва Чехов Цветкова Хасанов Smith Weber Kowalska Novak Garcia Rossi Müller Yilmaz";

/**
 * A workspace of ten members and a pipeline of open stages, Won and Lost, its contacts and deals spread evenly over them;
 * amounts in two currencies, people with names in both alphabets. Rows are written as pult_worker, under the same policies
 * as everything else.
 */
export async function seedWorkspace(name: string, size: Size): Promise<BenchWorkspace> {
  const workspace = await makeWorkspace(name);
  const { owner } = workspace;
  const colleagues: Context[] = [];
  for (const [i, role] of roles.entries()) colleagues.push(await makeMember(workspace, role, `Member${i}`));
  const stages = stagesOf(size);
  const { pipelineId, stageIds } = await setUpPipeline(owner, {
    name: "Measured",
    stages: stages.map(({ name, colour, outcome }) => ({ name, colour, outcome, requiredFields: [] })),
    lossReasons: [{ name: "Price", class: "real" }],
    sources: ["Website"],
  });
  const memberIds = [owner, ...colleagues].flatMap((one) => (one.member ? [one.member.id] : []));
  const seats = await createCustomField(owner, {
    ...{ entity: "deal", type: "number", label: "Seats", filterable: true },
  });
  await seedContacts(owner, size.contacts);
  for (const [i, stageId] of stageIds.entries()) {
    const { outcome = "open", deals = 0 } = stages[i] ?? {};
    await seedStage(owner, memberIds, { pipelineId, stageId, outcome, deals, seats });
  }
  const seller = colleagues.find((one) => one.member?.role === "sales") ?? owner;
  return { slug: workspace.slug, owner, seller, pipelineId, stageIds, seats };
}

function stagesOf({ deals, openStages = 5, lost = Math.floor(deals / (openStages + 2)) }: Size) {
  const others = openStages + 1;
  const share = (i: number) =>
    Math.floor(((deals - lost) * (i + 1)) / others) - Math.floor(((deals - lost) * i) / others);
  const open = Array.from({ length: openStages }, (_, i) => ({
    name: `Step ${i + 1}`,
    colour: colours[i % colours.length] ?? "sky",
    outcome: "open" as const,
    deals: share(i),
  }));
  return [
    ...open,
    { name: "Won", colour: "green" as const, outcome: "won" as const, deals: share(openStages) },
    { name: "Lost", colour: "rose" as const, outcome: "lost" as const, deals: lost },
  ];
}

async function seedContacts({ organizationId }: Context, contacts: number): Promise<void> {
  const [first, last] = [firstNames.split(" "), lastNames.split(" ")];
  const texts = (words: string[]) => sql`${sql.param(words)}::text[]`;
  // As `searchText` writes it: both spellings of the name, the phone's digits, the email.
  await asWorker((tx) =>
    tx.execute(sql`
      with names as (
        select uuidv7() as id, n, a.name || ' ' || b.name || ' ' || n as name,
          a.lower || ' ' || b.lower || ' ' || n as lower, a.sound || ' ' || b.sound || ' ' || n as sound,
          '79' || lpad((n::bigint * 618033989 % 1000000000)::text, 9, '0') as phone,
          replace(a.sound || '.' || b.sound, ' ', '') || n || '@' || (array['example.com', 'example.org', 'mail.example'])[1 + n % 3] as email
        from generate_series(1, ${contacts}::int) n
        join unnest(${texts(first)}, ${texts(first.map(spelled))}, ${texts(first.map(inLatin))})
          with ordinality as a (name, lower, sound, place) on a.place = 1 + n % ${first.length}
        join unnest(${texts(last)}, ${texts(last.map(spelled))}, ${texts(last.map(inLatin))})
          with ordinality as b (name, lower, sound, place) on b.place = 1 + n / 16 % ${last.length}
      ), registered as (
        insert into record (organization_id, id, entity, title, search)
        select ${organizationId}, id, 'contact', name,
          ' ' || lower || case when sound = lower then '' else ' ' || sound end || ' ' || phone || ' ' || email from names
      )
      insert into contact (organization_id, id, name, name_lower, phone, email)
      select ${organizationId}, id, name, lower(name), '+' || phone, email from names`),
  );
}

type StagePlan = { pipelineId: string; stageId: string; outcome: string; deals: number; seats: CustomField };

async function seedStage(
  { organizationId }: Context,
  memberIds: string[],
  { pipelineId, stageId, outcome, deals, seats }: StagePlan,
): Promise<void> {
  // Its slot holds ten-thousandths, and is named as in code.
  const slot = sql.identifier(toSnakeCase(seats.slot ?? ""));
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
          pipeline_id, stage_id, outcome, position, stage_entered_at, created_at, updated_at, closes_at, custom, ${slot})
        select ${organizationId}, id, 'Deal ' || n, 'deal ' || n, (n * 7919) % 5000000,
          case when n % 10 = 0 then 'USD' else 'EUR' end, ids[1 + (n * 31) % cardinality(ids)],
          (array[${members}])[1 + n % ${memberIds.length}], ${pipelineId}, ${stageId}, ${outcome},
          place, now(), now() - n * interval '3 minutes', now(), now() + (n % 90) * interval '1 day',
          jsonb_build_object(${seats.key}::text, n * 37 % 1000), n * 37 % 1000 * 10000
        from someone, dealt
        returning organization_id, id, stage_id
      )
      insert into record_stage_visit (organization_id, id, record_id, stage_id, entered_at, actor)
      select organization_id, uuidv7(), id, stage_id, now(), '{"type": "system", "id": "pult"}' from made`),
  );
}

function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (part) => `_${part.toLowerCase()}`);
}
