import { sql } from "drizzle-orm";
import { processRun } from "@/db/schema/automation";
import { type Context, inOrganization, recordEvent, type Transaction } from "@/server/platform";
import { processRefused } from "../events";
import { initialState } from "../interpreter/state";
import { type Ref, type Standing, standingOrGone } from "../record/read";
import { compileRobots } from "../robots/compile";
import { cutShort } from "./cut-short";
import { editionOf } from "./edition";
import { stopLoop } from "./loops";
import { moveRun } from "./move-run";
import { putSignal } from "./put-signal";
import { lockActiveRuns, type Run, robotsOf } from "./queries";
import { takeSlot } from "./slots";

/**
 * Brings the record's robots in line with where it stands now: chains of places it has left are stopped, and the
 * chain of the place it stands at starts, once a visit. `entered` is the place the event speaks of; when
 * the record has moved on since, nothing starts. Events may come late, twice and in any order.
 * @returns the run to wake; null when nothing started
 */
export async function startStageRobots(
  ctx: Context,
  { entered, ...ref }: Ref & { entered: string },
): Promise<{ runId: string } | null> {
  return inOrganization(ctx, async (tx) => {
    const now = await leaveOldStages(tx, ctx, ref);
    if (!now || now.place !== entered) return null;
    const robots = (await robotsOf(tx, ctx, now.place)).filter((robot) => robot.enabled);
    if (robots.length === 0) return null;
    if (await stopLoop(tx, ctx, now)) return null;
    const versionId = await editionOf(tx, ctx, now.place, compileRobots(robots));
    return start(tx, ctx, now, { versionId, startKey: visitKey(now) });
  });
}

/**
 * A record came back from the trash to the place it stood at: the robots that its going away stopped start, their
 * delays anew. What had been done already is not repeated, since the record has not been anywhere else.
 * @returns the run to wake; null when nothing started
 */
export async function resumeStageRobots(ctx: Context, ref: Ref): Promise<{ runId: string } | null> {
  return inOrganization(ctx, async (tx) => {
    const now = await leaveOldStages(tx, ctx, ref);
    const cut = now && (await cutShort(tx, ctx, { ...ref, visit: visitKey(now) }));
    if (!now || !cut) return null;
    const robots = (await robotsOf(tx, ctx, now.place)).filter(
      (robot) => robot.enabled && cut.robotIds.has(robot.id),
    );
    if (robots.length === 0) return null;
    const versionId = await editionOf(tx, ctx, now.place, compileRobots(robots));
    return start(tx, ctx, now, { versionId, startKey: `${visitKey(now)}:after:${cut.runId}` });
  });
}

/** Stops the chains of places the record does not stand at, all of them when it is gone. */
export async function stopStageRobots(ctx: Context, ref: Ref): Promise<void> {
  await inOrganization(ctx, (tx) => leaveOldStages(tx, ctx, ref));
}

/** A record with the visit to a place that its robots belong to. */
type Visit = Ref & Pick<Standing, "place" | "since">;

async function leaveOldStages(tx: Transaction, ctx: Context, ref: Ref): Promise<Visit | null> {
  // Two events about one record are worked on one after the other.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`robots:${ref.id}`}, 0))`);
  const runs = await lockActiveRuns(tx, ctx, ref);
  const standing = await standingOrGone(tx, ctx, ref);
  const now = standing && { ...ref, place: standing.place, since: standing.since };
  for (const run of runs) {
    const stays = now !== null && run.startKey?.startsWith(visitKey(now));
    if (!stays) await moveRun(tx, ctx, run, [{ type: "stop", reason: now ? "stage_left" : "record_gone" }]);
  }
  return now;
}

async function start(
  tx: Transaction,
  ctx: Context,
  now: Visit,
  { versionId, startKey }: { versionId: string; startKey: string },
): Promise<{ runId: string } | null> {
  const run = { id: ctx.newId(), entity: now.entity, recordId: now.id };
  const inserted = await tx
    .insert(processRun)
    .values({
      ...run,
      organizationId: ctx.organizationId,
      kind: "robots",
      versionId,
      place: now.place,
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
  if (!(await takeSlot(tx, ctx, run))) return refuse(tx, ctx, now, run.id);
  await putSignal(tx, ctx, run.id, { type: "start" });
  return { runId: run.id };
}

async function refuse(tx: Transaction, ctx: Context, now: Visit, runId: string): Promise<null> {
  const runs = await lockActiveRuns(tx, ctx, now);
  const [refused] = runs.filter((run: Run) => run.id === runId);
  if (refused) await moveRun(tx, ctx, refused, [{ type: "stop", reason: "process_limit" }]);
  const since = runs.filter((run) => run.id !== runId).map((run) => run.startedAt.toISOString());
  await recordEvent(tx, ctx, processRefused, {
    recordId: now.id,
    entity: now.entity,
    data: { place: now.place, since },
  });
  return null;
}

/** Names one visit of the record to a place: coming back is another visit. */
function visitKey({ id, place, since }: Visit): string {
  return `robots:${id}:${place}:${since.toISOString()}`;
}
