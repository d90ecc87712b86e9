import { countOwned, handOver } from "@/server/crm/staged";
import type { Context, Transaction } from "@/server/platform";
import { leadType } from "./lead-type";

/** How many leads a member owns, closed ones among them. */
export function countLeadsOf(tx: Transaction, ctx: Context, ownerId: string): Promise<number> {
  return countOwned(tx, ctx, leadType, ownerId);
}

/** Gives every lead of a member to another; the caller has asked whether that may be. */
export function handOverLeads(
  tx: Transaction,
  ctx: Context,
  between: { from: string; to: string },
): Promise<void> {
  return handOver(tx, ctx, leadType, between);
}
