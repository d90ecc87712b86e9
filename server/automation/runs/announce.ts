import { announceChange, type Context, type Transaction } from "@/server/platform";

/** Tells open browsers that a record's processes moved, where no event of its own does. */
export function announce(tx: Transaction, ctx: Context, recordId: string): Promise<void> {
  return announceChange(tx, ctx, { entity: "deal", id: recordId });
}
