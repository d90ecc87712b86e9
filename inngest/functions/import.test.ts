import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { addRobot } from "@/server/automation/testing.fixture";
import { listDeals } from "@/server/crm/deals";
import { recordTimeline } from "@/server/crm/timeline";
import { removeMember } from "@/server/identity";
import { type Context, relayEvents } from "@/server/platform";
import { makeMember, makeWorkspace } from "@/server/testing/fixtures";
import {
  createImport,
  getImport,
  mapImport,
  requestCheck,
  requestUndo,
  startImport,
} from "@/server/transfer";
import { countOf } from "@/server/transfer/testing.fixture";
import { inngest } from "../client";
import { localExecutor } from "../executor";

// The whole way of a file on the local engine: events, relay, functions, verbs.
useTestDatabase();

beforeAll(async () => {
  await localExecutor().sync();
});
afterAll(async () => {
  await localExecutor().stop({ graceMs: 1000 });
});

async function settle(): Promise<void> {
  const send = (events: Parameters<Parameters<typeof relayEvents>[0]>[0]) => inngest.send(events);
  do await localExecutor().drain();
  while ((await relayEvents(send)) > 0);
}

const deals = [Buffer.from("ID,Deal Name,Deal Stage\n1,One,New\n2,Two,New\n3,Three,Nowhere\n")];

async function brought(ctx: Context, robots: "muted" | "on" = "muted"): Promise<string> {
  const { importId } = await createImport(ctx, { fileName: "deals.csv", entity: "deal" }, deals);
  await mapImport(ctx, { importId, options: { robots } });
  await requestCheck(ctx, { importId });
  await settle();
  return importId;
}

const jobOf = async (ctx: Context, importId: string) => (await getImport(ctx, { importId })).job;

describe("an import on the engine", () => {
  it("is checked, run and undone in the background; robots keep still", async () => {
    const w = await makeWorkspace();
    await addRobot(w);
    const importId = await brought(w.owner);
    expect(await jobOf(w.owner, importId)).toMatchObject({
      status: "mapped",
      check: { created: 2, rejected: 1 },
    });
    await startImport(w.owner, { importId });
    await settle();
    expect(await jobOf(w.owner, importId)).toMatchObject({
      status: "done",
      counts: { created: 2, rejected: 1 },
    });
    const { deals: made } = await listDeals(w.owner, {
      sort: "title",
      direction: "asc",
      cursor: 0,
      limit: 40,
    });
    const { entries } = await recordTimeline(w.owner, { recordId: made[0]?.id ?? "", limit: 40 });
    expect(entries.find(({ name }) => name === "deal.created")?.actor).toMatchObject({ file: "deals.csv" });
    expect(await countOf(w.owner, "process_run")).toBe(0);
    await requestUndo(w.owner, { importId });
    await settle();
    expect((await jobOf(w.owner, importId)).status).toBe("undone");
    expect(await countOf(w.owner, "deal")).toBe(0);
  });

  it("wakes the robots of the stage when they are to work", async () => {
    const w = await makeWorkspace();
    await addRobot(w);
    const importId = await brought(w.owner, "on");
    await startImport(w.owner, { importId });
    await settle();
    expect(await countOf(w.owner, "process_run")).toBe(2);
  });

  it("ends when the member who imports is removed", async () => {
    const w = await makeWorkspace();
    const admin = await makeMember(w, "admin");
    const importId = await brought(admin);
    await startImport(admin, { importId });
    await removeMember(w.owner, { memberId: admin.member?.id ?? "" });
    await settle();
    expect(await jobOf(w.owner, importId)).toMatchObject({
      status: "failed",
      fault: { code: "MEMBER_GONE" },
    });
    expect(await countOf(w.owner, "deal")).toBe(0);
  });
});
