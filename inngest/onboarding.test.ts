import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { recordProcesses } from "@/server/automation";
import { listActivities } from "@/server/crm/activities";
import { createDeal, listDeals, moveDeal } from "@/server/crm/deals";
import { hasSamples } from "@/server/crm/samples";
import { recordTimeline } from "@/server/crm/timeline";
import { memberContext, type User, workplaceOf } from "@/server/identity";
import { developmentOutbox } from "@/server/messaging";
import { createWorkspace, removeSamples } from "@/server/onboarding";
import { industries } from "@/server/onboarding/contract";
import { listPipelines } from "@/server/pipelines";
import { type Context, invariant, relayEvents } from "@/server/platform";
import { makeUser } from "@/server/testing/fixtures";
import { inngest } from "./client";
import { localExecutor } from "./executor";

// The whole way of the product without its pages: verbs, events, relay, executor, robots, verbs.
useTestDatabase();

beforeAll(async () => {
  await localExecutor().sync();
});

afterAll(async () => {
  await localExecutor().stop({ graceMs: 1000 });
});

/** Lets everything happen that is due, and what follows from it. */
async function settle(): Promise<void> {
  const send = (events: Parameters<Parameters<typeof relayEvents>[0]>[0]) => inngest.send(events);
  do await localExecutor().drain();
  while ((await relayEvents(send)) > 0);
}

async function ownerOf(user: User, slug: string): Promise<Context> {
  const place = await workplaceOf(user.id, slug);
  invariant(place, "the owner's place");
  return memberContext(place, user);
}

const everything = { sort: "createdAt", direction: "desc", cursor: 0, limit: 100 } as const;

describe.each(industries)("a new workspace for %s", (industry) => {
  it("has samples whose robots have run, and loses them in one go", async () => {
    const user = await makeUser("Owner");
    const { slug } = await createWorkspace(user, {
      name: `New ${industry}`,
      timeZone: "Europe/Moscow",
      currency: "RUB",
      language: industry === "agency" ? "ru" : "en",
      industry,
      sampleData: true,
    });
    const owner = await ownerOf(user, slug);
    await settle();
    const { deals } = await listDeals(owner, everything);
    expect(deals.length).toBeGreaterThan(1);
    const failed = [];
    let ran = 0;
    for (const { id, title } of deals) {
      for (const run of await recordProcesses(owner, { entity: "deal", recordId: id })) {
        for (const step of run.steps) {
          if (step.status === "ran") ran++;
          if (step.status === "failed") failed.push([title, step.name, step.error]);
        }
      }
    }
    expect(failed).toEqual([]);
    expect(ran > 0).toBe(industry !== "blank");
    const own = await createDeal(owner, { title: "My own", stageId: deals[0]?.stageId ?? "" });
    await removeSamples(owner);
    expect((await listDeals(owner, everything)).deals.map((deal) => deal.id)).toEqual([own.id]);
    expect(await hasSamples(owner)).toBe(false);
  });
});

describe("a robot's day", () => {
  async function workspace() {
    const user = await makeUser("Owner");
    const { slug } = await createWorkspace(user, {
      name: "Day",
      timeZone: "Europe/Moscow",
      currency: "RUB",
      language: "en",
      industry: "b2b_services",
      sampleData: false,
    });
    const owner = await ownerOf(user, slug);
    const [pipeline] = await listPipelines(owner);
    const stage = (name: string) => pipeline?.stages.find((one) => one.name === name)?.id ?? "";
    return { owner, stage };
  }

  it("plans the call, writes the letter once, and says so on the timeline", async () => {
    const { owner, stage } = await workspace();
    const deal = await createDeal(owner, {
      title: "Audit",
      stageId: stage("New enquiry"),
      amountMinor: 100_00,
      newContact: { name: "Olga", email: "olga@example.com", phone: null },
    });
    await settle();
    expect(await listActivities(owner, { recordId: deal.id })).toMatchObject([
      { title: "Call about “Audit”" },
    ]);
    await moveDeal(owner, { dealId: deal.id, stageId: stage("Proposal") });
    await settle();
    await settle();
    const letters = (await developmentOutbox()).filter((one) => one.recipient === "olga@example.com");
    expect(letters).toMatchObject([{ subject: "Our proposal: Audit" }]);
    const { entries } = await recordTimeline(owner, { recordId: deal.id, limit: 50 });
    expect(entries.some((entry) => entry.actor.type === "robot" && entry.name === "activity.created")).toBe(
      true,
    );
  });

  it("stops what waits when the deal leaves, and starts anew when it returns", async () => {
    const { owner, stage } = await workspace();
    const deal = await createDeal(owner, { title: "Audit", stageId: stage("New enquiry") });
    await settle();
    await moveDeal(owner, { dealId: deal.id, stageId: stage("Needs analysis") });
    await settle();
    const processes = () => recordProcesses(owner, { entity: "deal", recordId: deal.id });
    expect(await processes()).toMatchObject([{ status: "stopped", stopReason: "stage_left" }]);
    await moveDeal(owner, { dealId: deal.id, stageId: stage("New enquiry") });
    await settle();
    const states = (await processes()).map((run) => run.status).sort();
    expect(states).toEqual(["running", "stopped"]);
  });
});
