import { defineEvent } from "@/server/platform";
import type { Fault } from "./interpreter/state";

type Robot = { runId: string; robotId: string; robot: string; action: string };

/** A robot did something that no verb's own event tells: a letter, a notice, a call to another system. */
export const robotActed = defineEvent<Robot & { summary: string | null }>("robot.acted", "deal");
export const robotFailed = defineEvent<Robot & { error: Fault }>("robot.failed", "deal");

/** A person stopped what was running on a record. */
export const processStopped = defineEvent<{ runId: string }>("process.stopped", "deal");
/** A person asked for a failed action again; automation wakes the run on it. */
export const processRetried = defineEvent<{ runId: string; robot: string | null }>("process.retried", "deal");
/** A chain of automatic changes went in a circle or too far; `path` names its stages, the last one not entered. */
export const loopStopped = defineEvent<{ path: string[] }>("process.loop_stopped", "deal");
/** No free slot: two processes run on the record already. */
export const processRefused = defineEvent<{ place: string; since: string[] }>("process.refused", "deal");

/** The robots of a place changed: `what` is saved, removed, restored or reordered. */
type Changed = { place: string; what: string; name: string | null };
export const robotsChanged = defineEvent<Changed>("robots.changed", "stage");
/** The same of a status, which is no row of its own. */
export const statusRobotsChanged = defineEvent<Changed>("robots.changed", "organization");
