import { countOwned, handOver } from "@/server/crm/staged";
import type { Context, Transaction } from "@/server/platform";
import { dealType } from "./deal-type";

/** How many deals a member owns, closed ones among them. */
export function countDealsOf(tx: Transaction, ctx: Context, ownerId: string): Promise<number> {
  return countOwned(tx, ctx, dealType, ownerId);
}

/** Gives every deal of a member to another; the caller has asked whether that may be. */
export function handOverDeals(
  tx: Transaction,
  ctx: Context,
  between: { from: string; to: string },
): Promise<void> {
  return handOver(tx, ctx, dealType, between);
}
