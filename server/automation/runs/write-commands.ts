import { and, eq, inArray } from "drizzle-orm";
import { processActivity, processEffect, processTimer, robotDecision } from "@/db/schema/automation";
import { type Context, recordEvent, type Transaction } from "@/server/platform";
import { robotActed, robotFailed } from "../events";
import type { Command, LogCommand } from "../interpreter/command";
import { actionOf } from "../registry";
import { type Run, robotNames } from "./queries";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;

/** Writes what the interpreter asked for, in its order where order matters. */
export async function writeCommands(
  tx: Transaction,
  ctx: Context,
  run: Run,
  commands: readonly Command[],
): Promise<void> {
  const of = <T extends Command["type"]>(type: T) =>
    commands.filter((command): command is Of<T> => command.type === type);
  await writeLog(tx, ctx, run, of("log"));
  await writeDecisions(tx, ctx, run, of("decide"));
  for (const command of commands) {
    if (command.type === "setTimer") await setTimer(tx, ctx, run, command);
    if (command.type === "clearTimer") await clearTimer(tx, ctx, run, command);
    if (command.type === "effect") await orderEffect(tx, ctx, run, command);
  }
  const end = of("end").at(-1);
  if (end && end.status !== "failed") await dropOrders(tx, ctx, run);
}

async function writeLog(tx: Transaction, ctx: Context, run: Run, lines: LogCommand[]): Promise<void> {
  if (lines.length === 0) return;
  await tx.insert(processActivity).values(
    lines.map((line, seq) => ({
      organizationId: ctx.organizationId,
      id: ctx.newId(),
      runId: run.id,
      block: line.block,
      visit: line.visit,
      robotId: line.origin,
      status: line.status,
      detail: { action: line.action, summary: line.summary ?? null, misses: line.misses ?? [] },
      error: line.error ?? null,
      at: ctx.now(),
      dueAt: line.dueAt ? new Date(line.dueAt) : null,
      seq,
    })),
  );
  await tellTimeline(tx, ctx, run, lines);
}

async function tellTimeline(tx: Transaction, ctx: Context, run: Run, lines: LogCommand[]): Promise<void> {
  const names = await robotNames(
    tx,
    ctx,
    lines.flatMap((line) => line.origin ?? []),
  );
  for (const { action, origin, status, error, summary } of lines) {
    if (action === null || origin === null) continue;
    const robot = names.get(origin) ?? "";
    const as = { ...ctx, actor: { type: "robot" as const, id: origin, name: robot }, causes: run.causes };
    const data = { runId: run.id, robotId: origin, robot, action };
    const at = { entity: run.entity, recordId: run.recordId };
    if (status === "failed" && error)
      await recordEvent(tx, as, robotFailed, { ...at, data: { ...data, error } });
    if (status === "ran" && actionOf(action)?.told === "by robot") {
      await recordEvent(tx, as, robotActed, { ...at, data: { ...data, summary: summary ?? null } });
    }
  }
}

async function writeDecisions(tx: Transaction, ctx: Context, run: Run, made: Of<"decide">[]): Promise<void> {
  const rows = made.flatMap(({ origin, visit, matched, misses }) =>
    origin === null ? [] : [{ robotId: origin, visit, matched, misses }],
  );
  if (rows.length === 0) return;
  const { organizationId } = ctx;
  const about = { organizationId, runId: run.id, entity: run.entity, recordId: run.recordId, at: ctx.now() };
  await tx.insert(robotDecision).values(rows.map((row) => ({ ...about, id: ctx.newId(), ...row })));
}

async function setTimer(tx: Transaction, ctx: Context, run: Run, { block, visit, dueAt }: Of<"setTimer">) {
  const due = { dueAt: new Date(dueAt), status: "waiting" as const };
  await tx
    .insert(processTimer)
    .values({ organizationId: ctx.organizationId, runId: run.id, block, visit, ...due })
    .onConflictDoUpdate({
      target: [processTimer.organizationId, processTimer.runId, processTimer.block, processTimer.visit],
      set: due,
    });
}

async function clearTimer(
  tx: Transaction,
  ctx: Context,
  run: Run,
  { block, visit, fired }: Of<"clearTimer">,
) {
  await tx
    .update(processTimer)
    .set({ status: fired ? "done" : "cancelled" })
    .where(
      and(
        eq(processTimer.organizationId, ctx.organizationId),
        eq(processTimer.runId, run.id),
        eq(processTimer.block, block),
        eq(processTimer.visit, visit),
      ),
    );
}

async function orderEffect(tx: Transaction, ctx: Context, run: Run, effect: Of<"effect">): Promise<void> {
  const { block, visit, attempt, action: actionType, params } = effect;
  const order = {
    attempt,
    status: "ordered" as const,
    orderedAt: ctx.now(),
    startedAt: null,
    settledAt: null,
  };
  const key = `${run.id}:${block}:${visit}`;
  await tx
    .insert(processEffect)
    .values({
      organizationId: ctx.organizationId,
      runId: run.id,
      block,
      visit,
      key,
      actionType,
      params,
      ...order,
    })
    .onConflictDoUpdate({
      target: [processEffect.organizationId, processEffect.runId, processEffect.block, processEffect.visit],
      set: { ...order, error: null },
    });
}

// Nobody has taken these up; one already under way will still say how it ended.
async function dropOrders(tx: Transaction, ctx: Context, run: Run): Promise<void> {
  await tx
    .update(processEffect)
    .set({ status: "dropped", settledAt: ctx.now() })
    .where(
      and(
        eq(processEffect.organizationId, ctx.organizationId),
        eq(processEffect.runId, run.id),
        inArray(processEffect.status, ["ordered"]),
      ),
    );
}
