import { isBlank } from "@/server/fields";
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
  return stage.requiredFields.filter((key) => isBlank(readDealField(deal, key)));
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

/** @throws VERSION_CONFLICT when somebody saved in between; a call without a version does not ask */
export function assertVersion(deal: Deal, version: number | undefined): void {
  if (version !== undefined && version !== deal.version) throw new AppError("VERSION_CONFLICT");
}

/** The changed fields with their values before and after; null when nothing changes. */
export function difference(
  deal: Deal,
  changes: Partial<Deal>,
): Record<string, { from: unknown; to: unknown }> | null {
  const changed = Object.entries(changes).filter(
    ([key, to]) => to !== undefined && !same(deal[key as keyof Deal], to),
  );
  if (changed.length === 0) return null;
  return Object.fromEntries(changed.map(([key, to]) => [key, { from: deal[key as keyof Deal], to }]));
}

function same(a: unknown, b: unknown): boolean {
  return a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b;
}
