import { announceChange, type Context, type Transaction } from "@/server/platform";
import type { Run } from "./queries";

/** Tells open browsers that a record's processes moved, where no event of its own does. */
export function announce(
  tx: Transaction,
  ctx: Context,
  { entity, recordId }: Pick<Run, "entity" | "recordId">,
): Promise<void> {
  return announceChange(tx, ctx, { entity, id: recordId });
}
