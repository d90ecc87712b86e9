import { authorize, type Context, type Transaction } from "@/server/platform";
import type { RecordRef } from "../contract";
import { readStanding, type Standing } from "./read";

/** The record, when the actor may look at it or change it. @throws NOT_FOUND, FORBIDDEN */
export async function assertSeen(
  tx: Transaction,
  ctx: Context,
  { entity, recordId }: RecordRef,
  action: "view" | "edit",
): Promise<Standing> {
  const standing = await readStanding(tx, ctx, { entity, id: recordId });
  authorize(ctx, `${entity}.${action}`, standing.row);
  return standing;
}
