import { and, eq, inArray } from "drizzle-orm";
import { processEffect } from "@/db/schema/automation";
import { type Context, invariant, type Transaction } from "@/server/platform";
import { blocksOf } from "../interpreter/definition";
import { standingOrGone } from "../record/read";
import { type RecordView, viewRecord } from "../record/view";
import { moveRun } from "./move-run";
import { definitionOf, type Effect, lockRun, type Run, robotNames } from "./queries";
import type { Order } from "./wake-run";

export type Claimed = { effect: Effect; run: Run; record: RecordView; robot: { id: string; name: string } };

/**
 * Locks the order's run and asks whether its effect may still happen: nobody has settled it, the run is alive,
 * and the record still stands at the run's place. What may not is dropped.
 */
export async function claimEffect(tx: Transaction, ctx: Context, order: Order): Promise<Claimed | null> {
  const run = await lockRun(tx, ctx, order.runId);
  const effect = await openEffect(tx, ctx, order);
  if (!effect) return null;
  const record = await standing(tx, ctx, run);
  if (record && isAlive(run, effect)) {
    return { effect, run, record, robot: await robotOf(tx, ctx, run, effect) };
  }
  await setEffect(tx, ctx, order, { status: "dropped", settledAt: ctx.now() });
  await moveRun(tx, ctx, run, [{ type: "stop", reason: "stage_left" }]);
  return null;
}

/** Writes into the effect's row of the ledger. */
export async function setEffect(
  tx: Transaction,
  ctx: Context,
  { runId, block, visit }: Order,
  values: Partial<Effect>,
): Promise<void> {
  await tx
    .update(processEffect)
    .set(values)
    .where(
      and(
        eq(processEffect.organizationId, ctx.organizationId),
        eq(processEffect.runId, runId),
        eq(processEffect.block, block),
        eq(processEffect.visit, visit),
      ),
    );
}

// A person may ask again for what failed in a run that is over; nothing else happens in one.
function isAlive(run: Run, { block, visit }: Effect): boolean {
  const asked = run.state.failures.some((one) => one.pending && one.block === block && one.visit === visit);
  return run.status === "running" || asked;
}

/** The order's row while its attempt has no end; null once it has. */
export async function openEffect(tx: Transaction, ctx: Context, order: Order): Promise<Effect | null> {
  const [row] = await tx
    .select()
    .from(processEffect)
    .where(
      and(
        eq(processEffect.organizationId, ctx.organizationId),
        eq(processEffect.runId, order.runId),
        eq(processEffect.block, order.block),
        eq(processEffect.visit, order.visit),
        eq(processEffect.attempt, order.attempt),
        inArray(processEffect.status, ["ordered", "started"]),
      ),
    );
  return row ?? null;
}

async function robotOf(tx: Transaction, ctx: Context, run: Run, { block }: Effect) {
  const definition = await definitionOf(tx, ctx, run.versionId);
  const id = blocksOf(definition.body).find((one) => one.id === block)?.origin;
  invariant(id, `block ${block} was compiled from a robot`);
  return { id, name: (await robotNames(tx, ctx, [id])).get(id) ?? "" };
}

async function standing(tx: Transaction, ctx: Context, run: Run): Promise<RecordView | null> {
  const ref = { entity: run.entity, id: run.recordId };
  const now = await standingOrGone(tx, ctx, ref);
  return now?.place === run.place ? viewRecord(tx, ctx, ref) : null;
}
