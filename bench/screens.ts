import { openRuntime } from "@/db/client";
import { agenda } from "@/server/crm/activities";
import { listRecords, listTrash } from "@/server/crm/registry";
import { recordTimeline } from "@/server/crm/timeline";
import { myNotifications } from "@/server/notifications";
import { type Context, invariant } from "@/server/platform";
import { countQueries } from "./count-queries";
import { openBenchDatabase } from "./database";
import { compare } from "./measure";
import { seedWorkspace } from "./seed";
import { serverCpu } from "./server-cpu";

// npm run bench:screens: what the screens beside the board read, in one organization of 100,000 deals, as many activities
// and notices, and 200,000 contacts; for an owner, who sees all, and a seller, who sees a tenth. Each beside the same
// member's list of the newest deals, which its index answers: a screen of many times that reads what it does not show.
const deals = Number(process.env.BENCH_DEALS ?? 100_000);
const contacts = Number(process.env.BENCH_CONTACTS ?? 200_000);
const times = 20;

const database = await openBenchDatabase();
try {
  const meters = {
    serverCpu: await serverCpu(database.admin, database.local),
    queries: countQueries(openRuntime().pool),
  };
  const { owner, seller } = await seed();
  console.log(`${database.description}, Node ${process.version}; ${deals} deals, ${contacts} contacts\n`);
  for (const [who, ctx] of [
    ["owner", owner],
    ["seller", seller],
  ] as const)
    await measure(who, ctx, meters);
} finally {
  await database.close();
}

async function measure(who: string, ctx: Context, meters: Parameters<typeof compare>[2]): Promise<void> {
  let base: number | null = null;
  console.log(`${who.padEnd(34)} p50 ms   p95 ms   queries   ratio`);
  for (const [screen, read] of await screens(ctx)) {
    const { p50, p95, queries } = (await compare({ read }, times, meters)).read;
    base ??= p50;
    console.log(
      `  ${screen.padEnd(32)} ${p50.toFixed(1).padStart(6)} ${p95.toFixed(1).padStart(8)} ${queries.toFixed(1).padStart(9)} ${(p50 / base).toFixed(1).padStart(6)}x`,
    );
  }
}

type Screen = [name: string, read: () => Promise<unknown>];

async function screens(ctx: Context): Promise<Screen[]> {
  const me = ctx.member?.id ?? "";
  const halfMonth = 15 * 86_400_000;
  const month = { from: new Date(Date.now() - halfMonth), to: new Date(Date.now() + halfMonth) };
  const sorted = (entity: "deal" | "contact", field: string): Screen => [
    `${entity}s by ${field}`,
    () => listRecords(ctx, { entity, sort: { field, direction: "asc" } }),
  ];
  const newest = await listRecords(ctx, { entity: "deal" });
  const recordId = newest.records[0]?.id ?? "";
  return [
    ["newest deals", () => listRecords(ctx, { entity: "deal" })],
    ["deals with their total", () => listRecords(ctx, { entity: "deal", count: true })],
    ["contacts with their total", () => listRecords(ctx, { entity: "contact", count: true })],
    ...["title", "amountMinor", "closesAt", "ownerId"].map((field) => sorted("deal", field)),
    ...["name", "email", "companyId"].map((field) => sorted("contact", field)),
    ["activities to do", () => agenda(ctx, { state: "open", limit: 50 })],
    ["my activities", () => agenda(ctx, { state: "open", limit: 50, memberIds: [me] })],
    ["activities done", () => agenda(ctx, { state: "done", limit: 50 })],
    ["a month of the calendar", () => agenda(ctx, { state: "all", limit: 1_000, ...month })],
    ["notifications", () => myNotifications(ctx, { unread: false, limit: 30 })],
    ["a record's history", () => recordTimeline(ctx, { recordId, limit: 40 })],
    ...(ctx.member?.role === "owner"
      ? [["trash", () => listTrash(ctx, { entity: "deal", offset: 0 })] satisfies Screen]
      : []),
  ];
}

async function seed() {
  const workspace = await seedWorkspace("Measured", { deals, contacts, openStages: 10, lost: 10 });
  const { organizationId, member } = workspace.owner;
  invariant(member, "the owner is a member");
  const { admin } = database;
  await admin.query(
    `insert into activity (organization_id, id, record_id, kind, title, due_at, done_at, owner_id, created_by)
      select organization_id, gen_random_uuid(), id, 'call', 'Call', now() + (random() * 200 - 150) * interval '1 day',
        case when random() < 0.7 then now() - random() * interval '100 days' end, owner_id, '{"type": "system", "id": "pult"}'
      from deal where organization_id = $1`,
    [organizationId],
  );
  await admin.query(
    `insert into notification (organization_id, id, member_id, type, data, created_at, read_at)
      select $1, gen_random_uuid(), $2, 'assigned', '{}', now() - random() * interval '300 days',
        case when random() < 0.95 then now() end
      from generate_series(1, $3)`,
    [organizationId, member.id, deals],
  );
  await admin.query("vacuum (analyze)");
  return workspace;
}
