import { moveStaged } from "@/server/crm/staged";
import type { Context } from "@/server/platform";
import type { Deal, MoveDeal } from "./contract";
import { dealType } from "./deal-type";

/**
 * Puts a deal under another card, in the same stage or another. Entering a lost stage needs a loss reason.
 * @throws NOT_FOUND, FORBIDDEN, STAGE_GONE, VERSION_CONFLICT, REQUIRED_FIELDS, LOSS_REASON_REQUIRED
 */
export function moveDeal(ctx: Context, { dealId, ...move }: MoveDeal): Promise<Deal> {
  return moveStaged(ctx, dealType, { id: dealId, ...move });
}
