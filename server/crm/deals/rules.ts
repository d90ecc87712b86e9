import { isBlank, isCustomKey } from "@/server/fields";
import { AppError } from "@/server/platform";
import type { Deal } from "./contract";
import { readDealField } from "./fields";

/** What a rule needs of the stage a deal enters. */
export type Entrance = {
  id: string;
  name: string;
  outcome: "open" | "won" | "lost";
  requiredFields: string[];
};

/** Required fields the deal still lacks, in the stage's order. */
export function missingOnEntry(deal: Deal, stage: Entrance): string[] {
  return stage.requiredFields.filter((key) => isBlank(valueOf(deal, key)));
}

function valueOf(deal: Deal, key: string): unknown {
  return isCustomKey(key) ? deal.custom[key] : readDealField(deal, key);
}

/**
 * May the deal enter the stage? `lossReasonId` is the one given with the move.
 * @throws REQUIRED_FIELDS naming the first missing field, LOSS_REASON_REQUIRED
 */
export function assertMayEnter(deal: Deal, stage: Entrance, lossReasonId: string | null): void {
  const missing = missingOnEntry(deal, stage);
  if (missing[0]) {
    throw new AppError(
      "REQUIRED_FIELDS",
      { fields: missing.join(","), stage: stage.name },
      { field: missing[0] },
    );
  }
  if (stage.outcome === "lost" && !lossReasonId) {
    throw new AppError("LOSS_REASON_REQUIRED", { stage: stage.name }, { field: "lossReasonId" });
  }
}
