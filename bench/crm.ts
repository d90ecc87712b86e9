import { openRuntime } from "@/db/client";
import { board, createDeal, listDeals, moveDeal } from "@/server/crm/deals";
import { ListDeals } from "@/server/crm/deals/contract";
import { listRecords, search } from "@/server/crm/registry";
import { invariant } from "@/server/platform";
import { countQueries } from "./count-queries";
import { openBenchDatabase } from "./database";
import { draggedDeals } from "./drag";
import { compare } from "./measure";
import { rawSql } from "./raw";
import { type Goal, type Job, table } from "./report";
import { type Caller, callerOf } from "./request";
import { seedWorkspace } from "./seed";
import { serverCpu } from "./server-cpu";

// npm run bench:crm: what people wait for in one organization of 100,000 deals and 200,000 contacts, as whole requests:
// session, membership, permissions, row level security, and the answer as it goes over the wire. Beside each the verb
// alone, and hand-written SQL for the same rows.
process.env.BETTER_AUTH_SECRET ??= "a secret of the bench, which signs nothing that lasts";
const deals = Number(process.env.BENCH_DEALS ?? 100_000);
const contacts = Number(process.env.BENCH_CONTACTS ?? 200_000);
const requests = Number(process.env.BENCH_REQUESTS ?? 200);

/** What is typed, and what hand-written SQL looks for. */
const searches: [what: string, text: string, pattern: string][] = [
  ["a name in Cyrillic", "Щербаков 1617", "%sherbakov 1617%"],
  ["a Cyrillic name in Latin", "Shcherbakov 1617", "%sherbakov 1617%"],
  ["a common name", "Мария", "%mariia%"],
  ["a phone", "+7 916 015-16-17", "%9160151617%"],
  ["an email", "contact-151617@", "%contact-151617@%"],
];

const database = await openBenchDatabase();
try {
  await measure();
} finally {
  await database.close();
}

async function measure(): Promise<void> {
  const began = performance.now();
  const queries = countQueries(openRuntime().pool);
  // Eleven full pages of 50 cards, and ten lost deals: a board of 560.
  const mine = await seedWorkspace("Measured", { deals, contacts, openStages: 10, lost: 10 });
  await database.admin.query("vacuum (analyze)");
  console.log(`${database.description}, Node ${process.version}`);
  console.log(
    `${deals} deals and ${contacts} contacts in one organization, seeded in ${seconds(began)} s; ${requests} requests each\n`,
  );

  const { owner, pipelineId, stageIds, seats } = mine;
  const userId = owner.member?.userId;
  invariant(userId, "the owner is a member");
  const caller = await callerOf(userId, mine.slug);
  const raw = rawSql(openRuntime().pool, owner, pipelineId);
  const meters = { serverCpu: await serverCpu(database.admin, database.local), queries };
  const jobs: Job[] = [];

  type Ways = {
    request: (caller: Caller) => Promise<unknown>;
    verb: () => Promise<unknown>;
    raw: () => Promise<unknown>;
  };
  async function job(name: string, goal: Goal, ways: Ways): Promise<void> {
    const work = { request: () => ways.request(caller), verb: ways.verb, raw: ways.raw };
    const cost = await compare(work, requests, meters);
    jobs.push({
      ...{ name, goal },
      ways: [
        ["request", cost.request],
        ["verb", cost.verb],
        ["raw SQL", cost.raw],
      ],
    });
  }

  const shown = await board(owner, { pipelineId });
  const cards = shown.reduce((sum, column) => sum + column.cards.length, 0);
  await job(
    `board of ${cards} cards`,
    { cpuMs: 6, queries: 4 },
    {
      request: ({ query }) => query("deals.board", { pipelineId }),
      verb: () => board(owner, { pipelineId }),
      raw: raw.board,
    },
  );
  const list = ListDeals.parse({});
  await job(
    "list of 40",
    { cpuMs: 3 },
    {
      request: ({ query }) => query("deals.list", list),
      verb: () => listDeals(owner, list),
      raw: raw.listDeals,
    },
  );
  const next = await draggedDeals(mine);
  await job(
    "move",
    { cpuMs: 2 },
    {
      request: ({ mutate }) => mutate("deals.move", next()),
      verb: () => moveDeal(owner, next()),
      raw: () => {
        const { dealId, stageId } = next();
        return raw.moveDeal(dealId, stageId);
      },
    },
  );
  const [stageId = ""] = stageIds;
  const created = { title: "New deal", stageId };
  await job(
    "create",
    { cpuMs: 2 },
    {
      request: ({ mutate }) => mutate("deals.create", created),
      verb: () => createDeal(owner, created),
      raw: () => raw.createDeal(created.title, stageId),
    },
  );
  for (const [what, text, pattern] of searches) {
    await job(
      `search: ${what}`,
      { cpuMs: 5 },
      {
        request: ({ query }) => query("records.search", { text }),
        verb: () => search(owner, { text }),
        raw: () => raw.search(pattern),
      },
    );
  }
  const filter = { field: seats.key, operator: "gte" as const, value: 990 };
  await job(
    "filter by a custom field",
    { cpuMs: 5 },
    {
      request: ({ query }) => query("records.list", { entity: "deal", filter }),
      verb: () => listRecords(owner, { entity: "deal", filter }),
      raw: () => raw.filterBySlot(990),
    },
  );
  console.log(table(jobs));
  console.log(
    "\napp CPU: this process. db CPU: every process of the database server (/proc/<pid>/schedstat), background workers included.",
  );
}

function seconds(began: number): string {
  return ((performance.now() - began) / 1000).toFixed(1);
}
