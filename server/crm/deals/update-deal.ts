import { updateRecord } from "@/server/crm/records";
import type { Context } from "@/server/platform";
import type { Deal, UpdateDeal } from "./contract";
import { dealType } from "./deal-type";

/** Changes fields of a deal; nothing is written or recorded when nothing differs. @throws VERSION_CONFLICT, INVALID */
export function updateDeal(ctx: Context, { dealId, version, changes, custom }: UpdateDeal): Promise<Deal> {
  return updateRecord(ctx, dealType, { id: dealId, version, changes: { ...changes, ...custom } });
}
