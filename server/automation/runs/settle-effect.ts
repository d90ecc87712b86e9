import { type Context, inOrganization, type Transaction } from "@/server/platform";
import type { Outcome } from "../interpreter/state";
import { openEffect, setEffect } from "./claim-effect";
import { putSignal } from "./put-signal";
import { lockRun } from "./queries";
import type { Order } from "./wake-run";

/** Writes how an effect ended, unless it has an end already. */
export async function settleEffect(ctx: Context, order: Order, outcome: Outcome): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    await lockRun(tx, ctx, order.runId);
    if (await openEffect(tx, ctx, order)) await settle(tx, ctx, order, outcome);
  });
}

/** As `settleEffect`, where the caller holds the run's lock and knows the effect to be open. */
export async function settle(tx: Transaction, ctx: Context, order: Order, outcome: Outcome): Promise<void> {
  await setEffect(tx, ctx, order, {
    status: outcome.ok ? "done" : "failed",
    result: outcome.ok ? outcome.result : null,
    error: outcome.ok ? null : outcome.error,
    settledAt: ctx.now(),
  });
  await putSignal(tx, ctx, order.runId, {
    type: "reply",
    block: order.block,
    visit: order.visit,
    attempt: order.attempt,
    outcome,
  });
}

/** Gives up for now an effect that could not even be tried, after the engine's last attempt. */
export async function giveUpEffect(ctx: Context, order: Order): Promise<void> {
  await settleEffect(ctx, order, { ok: false, error: { code: "INTERNAL", data: {} }, retriable: true });
}
