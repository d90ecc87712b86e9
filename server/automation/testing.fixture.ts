import { eq } from "drizzle-orm";
import { processRun } from "@/db/schema/automation";
import { createDeal } from "@/server/crm/deals";
import type { Deal } from "@/server/crm/deals/contract";
import {
  type AutomatedEntity,
  asWorker,
  automatedEntities,
  type Cause,
  type Context,
  type RelayedEvent,
  relayEvents,
} from "@/server/platform";
import type { Workspace } from "@/server/testing/fixtures";
import type { SaveRobot } from "./contract";
import {
  activeRuns,
  automationContext,
  enteredPlace,
  enteringEvents,
  performEffect,
  resumeStageRobots,
  saveRobot,
  startStageRobots,
  stopStageRobots,
  wakeRun,
} from "./index";

/** How deliveries go wrong: everything comes twice, one after the other or at once. */
export type Delivery = "once" | "twice" | "at once";

/** A clock that tests move. */
export function movableClock() {
  let shift = 0;
  return {
    now: () => new Date(Date.now() + shift),
    advance: (minutes: number) => {
      shift += minutes * 60_000;
    },
  };
}
export type Clock = ReturnType<typeof movableClock>;

/** Plays the engine: relays events, starts, stops and wakes, until nothing happens any more. */
export async function settle(clock: Clock = movableClock(), delivery: Delivery = "once"): Promise<void> {
  const repeat = async (work: () => Promise<unknown>) => {
    if (delivery === "at once") return void (await Promise.all([work(), work(), work()]));
    await work();
    if (delivery === "twice") await work();
  };
  for (;;) {
    const events: RelayedEvent[] = [];
    await relayEvents(async (batch) => void events.push(...batch));
    if (events.length === 0) return;
    for (const event of events) await repeat(() => hear(clock, event));
    await wakeAll(clock, repeat);
  }
}

/** Wakes every run that goes on, as a sweep would, and lets everything that follows happen. */
export async function wakeEverything(clock: Clock, delivery: Delivery = "once"): Promise<void> {
  await wakeAll(clock, async (work) => {
    await work();
    if (delivery === "twice") await work();
  });
  await settle(clock, delivery);
}

async function hear(clock: Clock, { name, data }: RelayedEvent): Promise<void> {
  const { entity, recordId, causes } = data as { entity: AutomatedEntity; recordId: string; causes: Cause[] };
  if (!automatedEntities.includes(entity)) return;
  const what = name.slice(entity.length + 1);
  const ref = { entity, id: recordId };
  const ctx = await at(clock, String(data.organizationId), causes);
  if (enteringEvents.includes(name)) await startStageRobots(ctx, { ...ref, entered: enteredPlace(data) });
  if (what === "restored") await resumeStageRobots(ctx, ref);
  if (what === "deleted") await stopStageRobots(ctx, ref);
  if (what === "updated") for (const run of await activeRuns(ctx, ref)) await wakeRun(ctx, run);
}

async function wakeAll(clock: Clock, repeat: (work: () => Promise<unknown>) => Promise<void>): Promise<void> {
  const runs = await asWorker((tx) => tx.select().from(processRun));
  for (const { organizationId, id: runId } of runs) {
    const ctx = await at(clock, organizationId);
    await repeat(() => untilQuiet(ctx, runId, repeat));
  }
}

async function untilQuiet(
  ctx: Context,
  runId: string,
  repeat: (work: () => Promise<unknown>) => Promise<void>,
): Promise<void> {
  for (;;) {
    const { effects } = await wakeRun(ctx, { runId });
    const performed: string[] = [];
    for (const order of effects) await repeat(async () => performed.push(await performEffect(ctx, order)));
    if (!performed.includes("settled")) return;
  }
}

async function at(clock: Clock, organizationId: string, causes: Cause[] = []): Promise<Context> {
  return { ...(await automationContext(organizationId, causes)), now: clock.now };
}

/** A robot on the first stage that plans a to-do at once, unless told otherwise. */
export function addRobot(w: Workspace, more: Partial<SaveRobot> = {}) {
  return saveRobot(w.owner, {
    place: w.stages.fresh,
    name: "Plan a call",
    actionType: "activity.create",
    params: { kind: "call", title: "Call about {{ deal.title }}" },
    ...more,
  });
}

/** A deal on the first stage with a contact to write to. */
export function addDeal(w: Workspace, more: Partial<Parameters<typeof createDeal>[1]> = {}): Promise<Deal> {
  return createDeal(w.owner, {
    title: "Windows",
    stageId: w.stages.fresh,
    amountMinor: 150_050,
    newContact: { name: "Olga", email: "olga@example.com", phone: null },
    ...more,
  });
}

/** Statuses and reasons of a record's runs, the oldest first. */
export async function runsOf(recordId: string) {
  const rows = await asWorker((tx) => tx.select().from(processRun).where(eq(processRun.recordId, recordId)));
  rows.sort((a, b) => a.id.localeCompare(b.id));
  return rows.map(({ status, stopReason }) => (stopReason ? `${status}: ${stopReason}` : status));
}
