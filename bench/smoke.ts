import { deepStrictEqual } from "node:assert/strict";
import { openRuntime } from "@/db/client";
import { board, createDeal, listDeals, moveDeal } from "@/server/crm/deals";
import { ListDeals } from "@/server/crm/deals/contract";
import { countQueries } from "./count-queries";
import { openBenchDatabase } from "./database";
import { draggedDeals } from "./drag";
import { compare } from "./measure";
import { rawSql } from "./raw";
import { type Job, table } from "./report";
import { seedWorkspace } from "./seed";
import { serverCpu } from "./server-cpu";

const deals = Number(process.env.BENCH_DEALS ?? 100_000);
const requests = Number(process.env.BENCH_REQUESTS ?? 200);

const database = await openBenchDatabase();
try {
  await measure();
} finally {
  await database.close();
}

/** The four requests people wait for, each beside its hand-written SQL. */
async function measure(): Promise<void> {
  const began = performance.now();
  const queries = countQueries(openRuntime().pool);
  const mine = await seedWorkspace("Measured", { deals, contacts: deals / 5 });
  await seedWorkspace("Noisy", { deals, contacts: deals / 5 });
  await database.admin.query("vacuum (analyze)");
  console.log(`${database.description}, Node ${process.version}`);
  console.log(
    `${deals} deals in each of two workspaces, seeded in ${seconds(began)} s; ${requests} requests each\n`,
  );

  const { owner, seller, pipelineId, stageIds } = mine;
  const raw = rawSql(openRuntime().pool, owner, pipelineId);
  const list = ListDeals.parse({});
  await assertSameBoard();
  await assertSameList();

  const meters = { serverCpu: await serverCpu(database.admin, database.local), queries };
  const jobs: Job[] = [];
  async function job(
    name: string,
    verb: () => Promise<unknown>,
    byHand: () => Promise<unknown>,
  ): Promise<void> {
    const cost = await compare({ verb, raw: byHand }, requests, meters);
    jobs.push({
      name,
      ways: [
        ["verb", cost.verb],
        ["raw SQL", cost.raw],
      ],
    });
  }
  const next = await draggedDeals(mine);
  await job("board, everybody's deals", () => board(owner, { pipelineId }), raw.board);
  await job("board, a seller's own", () => board(seller, { pipelineId }), raw.ownBoard(seller));
  await job("list, newest first", () => listDeals(owner, list), raw.listDeals);
  await job(
    "move",
    () => moveDeal(owner, next()),
    () => {
      const { dealId, stageId } = next();
      return raw.moveDeal(dealId, stageId);
    },
  );
  const [stageId = ""] = stageIds;
  await job(
    "create",
    () => createDeal(owner, { title: "New deal", stageId }),
    () => raw.createDeal("New deal", stageId),
  );
  console.log(table(jobs));
  console.log(
    "\napp CPU: this process. db CPU: every process of the database server (/proc/<pid>/schedstat), background workers included.",
  );

  async function assertSameBoard(): Promise<void> {
    const [ours, theirs] = [await board(owner, { pipelineId }), await raw.board()];
    for (const column of ours) {
      deepStrictEqual(
        column.cards.map((card) => card.id),
        theirs.cards.filter((card) => card.stage_id === column.stageId).map((card) => card.id),
      );
      const total = theirs.totals.filter((one) => one.stage_id === column.stageId);
      deepStrictEqual(
        column.count,
        total.reduce((sum, one) => sum + one.count, 0),
      );
    }
  }

  async function assertSameList(): Promise<void> {
    const [ours, theirs] = [await listDeals(owner, list), await raw.listDeals()];
    deepStrictEqual(
      ours.deals.map((one) => one.id),
      theirs.rows.slice(0, list.limit).map((row) => row.id),
    );
  }
}

function seconds(began: number): string {
  return ((performance.now() - began) / 1000).toFixed(1);
}
