import { AppError, type Context, inOrganization, joining, type Transaction } from "@/server/platform";
import type { ActionAnswer, AnyAction } from "../define-action";
import type { Outcome } from "../interpreter/state";
import { templateView } from "../record/template-view";
import { actionOf } from "../registry";
import { fillParams } from "../templates/fill-params";
import { type Claimed, claimEffect, setEffect } from "./claim-effect";
import { robotContext } from "./contexts";
import { outcomeOf } from "./outcome";
import { settle, settleEffect } from "./settle-effect";
import type { Order } from "./wake-run";

/** How long somebody may hold an outside effect before they are taken for dead; longer than any call may last. */
const holdMs = 30_000;

/** `busy`: another worker is at it, come back later. */
export type Performed = "settled" | "busy";

/**
 * Makes an ordered effect happen and lays the outcome into the run's inbox. A database effect and its row of the
 * ledger commit together: exactly once. An outside effect is claimed first and settled after; a crash between
 * repeats it under the same key.
 * @throws what nobody foresaw, to be tried again
 */
export async function performEffect(ctx: Context, order: Order): Promise<Performed> {
  const taken = await inOrganization(ctx, async (tx) => {
    const claimed = await claimEffect(tx, ctx, order);
    if (!claimed) return "settled";
    const action = actionOf(claimed.effect.actionType);
    if (action?.effect === "outside") return hold(tx, ctx, order, claimed, action);
    await settle(tx, ctx, order, await inside(tx, ctx, claimed, action));
    return "settled";
  });
  if (typeof taken === "string") return taken;
  const outcome = await attempt(() => act(ctx, taken.claimed, taken.action));
  await settleEffect(ctx, order, outcome);
  return "settled";
}

type Held = { claimed: Claimed; action: AnyAction };

async function hold(
  tx: Transaction,
  ctx: Context,
  order: Order,
  claimed: Claimed,
  action: AnyAction,
): Promise<Held | "busy"> {
  const { startedAt } = claimed.effect;
  if (startedAt && ctx.now().getTime() - startedAt.getTime() < holdMs) return "busy";
  await setEffect(tx, ctx, order, { status: "started", startedAt: ctx.now() });
  return { claimed, action };
}

// A refusal takes back what the action wrote, and nothing else: the savepoint keeps the ledger writable.
async function inside(tx: Transaction, ctx: Context, claimed: Claimed, action: AnyAction | undefined) {
  return attempt(() => {
    if (!action) throw new AppError("ROBOT_INVALID", { action: claimed.effect.actionType });
    return tx.transaction((savepoint) => act(joining(ctx, savepoint), claimed, action));
  });
}

async function act(
  ctx: Context,
  { effect, run, record, robot }: Claimed,
  action: AnyAction,
): Promise<ActionAnswer> {
  return action.perform({
    ctx: robotContext(ctx, run, robot),
    params: await fillParams(action, effect.params, templateView(ctx, record)),
    record,
    key: effect.key,
  });
}

async function attempt(work: () => Promise<ActionAnswer>): Promise<Outcome> {
  try {
    const { result, summary } = await work();
    return { ok: true, result: result ?? null, ...(summary && { summary }) };
  } catch (error) {
    return outcomeOf(error);
  }
}
