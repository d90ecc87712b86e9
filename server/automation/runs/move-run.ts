import { and, asc, eq } from "drizzle-orm";
import { processInbox, processRun } from "@/db/schema/automation";
import type { Context, Transaction } from "@/server/platform";
import type { Command } from "../interpreter/command";
import type { Definition } from "../interpreter/definition";
import { interpret } from "../interpreter/interpret";
import type { InboxSignal } from "../interpreter/signal";
import type { RunState } from "../interpreter/state";
import { factsOf, type Known } from "../record/facts";
import { pathsIn } from "../record/paths";
import { standingOrGone } from "../record/read";
import { announce } from "./announce";
import { definitionOf, openEffects, type Run } from "./queries";
import { freeSlot } from "./slots";
import { wakeAgainAt } from "./wake-due";
import { writeCommands } from "./write-commands";

type SetTimer = Extract<Command, { type: "setTimer" }>;

/**
 * Lets a locked run take its inbox and then the given signals, and writes what follows: its state, log, timers
 * and orders for effects. A record that is gone stops its run.
 * @returns the timers set, for which somebody should be woken
 */
export async function moveRun(
  tx: Transaction,
  ctx: Context,
  run: Run,
  signals: readonly InboxSignal[],
): Promise<SetTimer[]> {
  const definition = await definitionOf(tx, ctx, run.versionId);
  const known = await factsNow(tx, ctx, run, definition);
  const gone: InboxSignal[] = known === null ? [{ type: "stop", reason: "record_gone" }] : [];
  const now = ctx.now().toISOString();
  let state: RunState = run.state;
  const commands: Command[] = [];
  for (const signal of [...(await takeInbox(tx, ctx, run)), ...gone, ...signals]) {
    const told = { ...signal, ...(known ?? { facts: {} }), timeZone: ctx.timeZone };
    const answer = interpret(definition, state, told, now);
    state = answer.state;
    commands.push(...answer.commands);
  }
  await writeCommands(tx, ctx, run, commands);
  await writeRun(tx, ctx, run, state, commands);
  if (commands.length > 0) await announce(tx, ctx, run);
  return commands.filter((command) => command.type === "setTimer");
}

async function takeInbox(tx: Transaction, ctx: Context, run: Run): Promise<InboxSignal[]> {
  const mine = and(eq(processInbox.organizationId, ctx.organizationId), eq(processInbox.runId, run.id));
  const rows = await tx.select().from(processInbox).where(mine).orderBy(asc(processInbox.id));
  if (rows.length > 0) await tx.delete(processInbox).where(mine);
  return rows.map((row) => row.signal);
}

async function factsNow(
  tx: Transaction,
  ctx: Context,
  { entity, recordId }: Run,
  definition: Definition,
): Promise<Known | null> {
  const standing = await standingOrGone(tx, ctx, { entity, id: recordId });
  return standing && factsOf(tx, ctx, standing, pathsIn(definition));
}

async function writeRun(
  tx: Transaction,
  ctx: Context,
  run: Run,
  state: RunState,
  commands: readonly Command[],
): Promise<void> {
  const end = commands.findLast((command) => command.type === "end");
  const goesOn = state.status === "running" || state.status === "ready";
  const busy = (await openEffects(tx, ctx, run.id)).length > 0;
  await tx
    .update(processRun)
    .set({
      state,
      status: state.status === "ready" ? "running" : state.status,
      wakeDueAt: busy ? wakeAgainAt(ctx) : null,
      ...(end && { stopReason: end.reason, endedAt: ctx.now() }),
      ...(goesOn && { stopReason: null, endedAt: null }),
    })
    .where(and(eq(processRun.organizationId, ctx.organizationId), eq(processRun.id, run.id)));
  if (!goesOn) await freeSlot(tx, ctx, run.id);
}
