import { sql } from "drizzle-orm";
import { processRun } from "@/db/schema/automation";
import { getDeal } from "@/server/crm/deals";
import type { DealCard } from "@/server/crm/deals/contract";
import {
  AppError,
  type Context,
  inOrganization,
  joining,
  recordEvent,
  type Transaction,
} from "@/server/platform";
import { processRefused } from "../events";
import { initialState } from "../interpreter/state";
import { compileRobots } from "../robots/compile";
import { cutShort } from "./cut-short";
import { editionOf } from "./edition";
import { stopLoop } from "./loops";
import { moveRun } from "./move-run";
import { putSignal } from "./put-signal";
import { lockActiveRuns, type Run, robotsOf } from "./queries";
import { takeSlot } from "./slots";

/**
 * Brings the record's robots in line with where it stands now: chains of stages it has left are stopped, and the
 * chain of the stage it stands on starts, once a visit. `enteredStageId` is the stage the event speaks of; when
 * the record has moved on since, nothing starts. Events may come late, twice and in any order.
 * @returns the run to wake; null when nothing started
 */
export async function startStageRobots(
  ctx: Context,
  { dealId, enteredStageId }: { dealId: string; enteredStageId: string },
): Promise<{ runId: string } | null> {
  return inOrganization(ctx, async (tx) => {
    const deal = await leaveOldStages(tx, ctx, dealId);
    if (!deal || deal.stageId !== enteredStageId) return null;
    const robots = (await robotsOf(tx, ctx, deal.stageId)).filter((robot) => robot.enabled);
    if (robots.length === 0) return null;
    if (await stopLoop(tx, ctx, deal)) return null;
    const versionId = await editionOf(tx, ctx, deal.stageId, compileRobots(robots));
    return start(tx, ctx, deal, { versionId, startKey: visitKey(deal) });
  });
}

/**
 * A record came back from the trash to the stage it stood on: the robots that its going away stopped start, their
 * delays anew. What had been done already is not repeated, since the record has not been anywhere else.
 * @returns the run to wake; null when nothing started
 */
export async function resumeStageRobots(
  ctx: Context,
  { dealId }: { dealId: string },
): Promise<{ runId: string } | null> {
  return inOrganization(ctx, async (tx) => {
    const deal = await leaveOldStages(tx, ctx, dealId);
    const cut = deal && (await cutShort(tx, ctx, { dealId, visit: visitKey(deal) }));
    if (!deal || !cut) return null;
    const robots = (await robotsOf(tx, ctx, deal.stageId)).filter(
      (robot) => robot.enabled && cut.robotIds.has(robot.id),
    );
    if (robots.length === 0) return null;
    const versionId = await editionOf(tx, ctx, deal.stageId, compileRobots(robots));
    return start(tx, ctx, deal, { versionId, startKey: `${visitKey(deal)}:after:${cut.runId}` });
  });
}

/** Stops the chains of stages the record does not stand on, all of them when it is gone. */
export async function stopStageRobots(ctx: Context, { dealId }: { dealId: string }): Promise<void> {
  await inOrganization(ctx, (tx) => leaveOldStages(tx, ctx, dealId));
}

async function leaveOldStages(tx: Transaction, ctx: Context, dealId: string): Promise<DealCard | null> {
  // Two events about one record are worked on one after the other.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`robots:${dealId}`}, 0))`);
  const runs = await lockActiveRuns(tx, ctx, dealId);
  const deal = await dealNow(tx, ctx, dealId);
  for (const run of runs) {
    const stays = deal !== null && run.startKey?.startsWith(visitKey(deal));
    if (!stays) await moveRun(tx, ctx, run, [{ type: "stop", reason: deal ? "stage_left" : "record_gone" }]);
  }
  return deal;
}

async function start(
  tx: Transaction,
  ctx: Context,
  deal: DealCard,
  { versionId, startKey }: { versionId: string; startKey: string },
): Promise<{ runId: string } | null> {
  const run = { id: ctx.newId(), entity: "deal", recordId: deal.id };
  const inserted = await tx
    .insert(processRun)
    .values({
      ...run,
      organizationId: ctx.organizationId,
      kind: "robots",
      versionId,
      stageId: deal.stageId,
      startKey,
      status: "running",
      state: initialState(),
      causes: ctx.causes,
      startedBy: ctx.actor,
      startedAt: ctx.now(),
    })
    .onConflictDoNothing()
    .returning({ id: processRun.id });
  if (inserted.length === 0) return null;
  if (!(await takeSlot(tx, ctx, run))) return refuse(tx, ctx, deal, run.id);
  await putSignal(tx, ctx, run.id, { type: "start" });
  return { runId: run.id };
}

async function refuse(tx: Transaction, ctx: Context, deal: DealCard, runId: string): Promise<null> {
  const runs = await lockActiveRuns(tx, ctx, deal.id);
  const [refused] = runs.filter((run: Run) => run.id === runId);
  if (refused) await moveRun(tx, ctx, refused, [{ type: "stop", reason: "process_limit" }]);
  const since = runs.filter((run) => run.id !== runId).map((run) => run.startedAt.toISOString());
  await recordEvent(tx, ctx, processRefused, { recordId: deal.id, data: { stageId: deal.stageId, since } });
  return null;
}

/** Names one visit of the record to a stage: coming back is another visit. */
function visitKey(deal: DealCard): string {
  return `robots:${deal.id}:${deal.stageId}:${deal.stageEnteredAt.toISOString()}`;
}

async function dealNow(tx: Transaction, ctx: Context, dealId: string): Promise<DealCard | null> {
  try {
    return await getDeal(joining(ctx, tx), { dealId });
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  }
}
