import { openRuntime } from "@/db/client";
import { invariant } from "@/server/platform";
import { countQueries } from "./count-queries";
import { crmJobs } from "./crm-jobs";
import { openBenchDatabase } from "./database";
import { compare } from "./measure";
import { type Job, table } from "./report";
import { callerOf } from "./request";
import { seedWorkspace } from "./seed";
import { serverCpu } from "./server-cpu";

// npm run bench:crm: what people wait for in one organization of 100,000 deals and 200,000 contacts, as whole requests:
// session, membership, permissions, row level security, and the answer as it goes over the wire. Beside each the verb
// alone, and hand-written SQL for the same rows.
process.env.BETTER_AUTH_SECRET ??= "a secret of the bench, which signs nothing that lasts";
const deals = Number(process.env.BENCH_DEALS ?? 100_000);
const contacts = Number(process.env.BENCH_CONTACTS ?? 200_000);
const requests = Number(process.env.BENCH_REQUESTS ?? 200);

const database = await openBenchDatabase();
try {
  await measure();
} finally {
  await database.close();
}

async function measure(): Promise<void> {
  const began = performance.now();
  const { pool } = openRuntime();
  const queries = countQueries(pool);
  // Eleven full pages of 50 cards, and ten lost deals: a board of 560.
  const mine = await seedWorkspace("Measured", { deals, contacts, openStages: 10, lost: 10 });
  await database.admin.query("vacuum (analyze)");
  const seeded = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${database.description}, Node ${process.version}`);
  console.log(`${deals} deals, ${contacts} contacts, seeded in ${seeded} s; ${requests} requests each\n`);

  const userId = mine.owner.member?.userId;
  invariant(userId, "the owner is a member");
  const meters = { serverCpu: await serverCpu(database.admin, database.local), queries };
  const jobs: Job[] = [];
  for (const { name, goal, ...ways } of await crmJobs(mine, await callerOf(userId, mine.slug), pool)) {
    const cost = await compare(ways, requests, meters);
    jobs.push({
      ...{ name, goal },
      ways: [
        ["request", cost.request],
        ["verb", cost.verb],
        ["raw SQL", cost.raw],
      ],
    });
  }
  console.log(table(jobs));
  console.log(
    "\napp CPU: this process. db CPU: every process of the database server (/proc/<pid>/schedstat), background workers included.",
  );
}
