import type pg from "pg";
import { board, createDeal, listDeals, moveDeal } from "@/server/crm/deals";
import { ListDeals } from "@/server/crm/deals/contract";
import { listRecords, search } from "@/server/crm/registry";
import { draggedDeals } from "./drag";
import { rawSql } from "./raw";
import type { Goal } from "./report";
import type { Caller } from "./request";
import type { BenchWorkspace } from "./seed";

/** Something people wait for: as a whole request, as the verb alone, and as hand-written SQL for the same rows. */
export type CrmJob = {
  name: string;
  goal: Goal;
  request: () => Promise<unknown>;
  verb: () => Promise<unknown>;
  raw: () => Promise<unknown>;
};

/** What is typed, and what hand-written SQL looks for. */
const searches: [what: string, text: string, pattern: string][] = [
  ["a name in Cyrillic", "Щербаков 1617", "sherbakov 1617"],
  ["a Cyrillic name in Latin", "Shcherbakov 1617", "sherbakov 1617"],
  ["a common name", "Мария", "mariia"],
  // The phone and the email of the 151,617th contact, as the seed makes them.
  ["a phone", "+7 945 931-02-13", "9459310213"],
  ["an email", "soloveva151617@", "soloveva151617@"],
];

/** The jobs of `bench:crm` with their goals. */
export async function crmJobs(
  mine: BenchWorkspace,
  { query, mutate }: Caller,
  pool: pg.Pool,
): Promise<CrmJob[]> {
  const { owner, pipelineId, stageIds, seats } = mine;
  const raw = rawSql(pool, owner, pipelineId);
  const columns = await board(owner, { pipelineId });
  const cards = columns.reduce((sum, column) => sum + column.cards.length, 0);
  const list = ListDeals.parse({});
  const next = await draggedDeals(mine);
  const created = { title: "New deal", stageId: stageIds[0] ?? "" };
  const filter = { field: seats.key, operator: "gte" as const, value: 990 };
  return [
    {
      name: `board of ${cards} cards`,
      goal: { cpuMs: 6, queries: 4 },
      request: () => query("deals.board", { pipelineId }),
      verb: () => board(owner, { pipelineId }),
      raw: raw.board,
    },
    {
      name: "list of 40",
      goal: { cpuMs: 3 },
      request: () => query("deals.list", list),
      verb: () => listDeals(owner, list),
      raw: raw.listDeals,
    },
    {
      name: "move",
      goal: { cpuMs: 2 },
      request: () => mutate("deals.move", next()),
      verb: () => moveDeal(owner, next()),
      raw: () => {
        const { dealId, stageId } = next();
        return raw.moveDeal(dealId, stageId);
      },
    },
    {
      name: "create",
      goal: { cpuMs: 2 },
      request: () => mutate("deals.create", created),
      verb: () => createDeal(owner, created),
      raw: () => raw.createDeal(created.title, created.stageId),
    },
    ...searches.map(([what, text, pattern]) => ({
      name: `search: ${what}`,
      goal: { cpuMs: 5 },
      request: () => query("records.search", { text }),
      verb: () => search(owner, { text }),
      raw: () => raw.search(pattern),
    })),
    {
      name: "filter by a custom field",
      goal: { cpuMs: 5 },
      request: () => query("records.list", { entity: "deal", filter }),
      verb: () => listRecords(owner, { entity: "deal", filter }),
      raw: () => raw.filterBySlot(990),
    },
  ];
}
