import { restoreRecord, trashRecord } from "@/server/crm/records";
import type { Context } from "@/server/platform";
import type { Deal } from "./contract";
import { dealType } from "./deal-type";

/** Moves a deal to the trash; `restoreDeal` brings it back as it was. @throws NOT_FOUND, FORBIDDEN */
export function deleteDeal(ctx: Context, { dealId }: { dealId: string }): Promise<void> {
  return trashRecord(ctx, dealType, { id: dealId });
}

/** Takes a deal out of the trash, back to its stage. @throws NOT_FOUND, STAGE_GONE */
export function restoreDeal(ctx: Context, { dealId }: { dealId: string }): Promise<Deal> {
  return restoreRecord(ctx, dealType, { id: dealId });
}
