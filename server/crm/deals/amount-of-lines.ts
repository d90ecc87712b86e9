import { hasLines } from "@/server/crm/line-items";
import { AppError, type Context, type Transaction } from "@/server/platform";
import type { Deal } from "./contract";

/** A deal with products is worth what they come to, in their currency. @throws AMOUNT_FROM_LINES */
export async function assertAmountIsFree(
  tx: Transaction,
  ctx: Context,
  changes: Partial<Deal>,
  before: Deal,
): Promise<void> {
  const field = (["amountMinor", "currency"] as const).find(
    (key) => changes[key] !== undefined && changes[key] !== before[key],
  );
  if (field && (await hasLines(tx, ctx, before.id))) throw new AppError("AMOUNT_FROM_LINES", {}, { field });
}
