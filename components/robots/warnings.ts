import { asText } from "@/components/schema-form/widget";
import type { Filter } from "@/server/filter/tree";
import type { RobotDraft } from "./robot-draft";

export type Warning = "contactEmail" | "noOwner" | "sameStage" | "lossReason";

/** What may go wrong when the robot acts, though it may be saved. */
export function warningsOf(
  robot: RobotDraft,
  place: { stageId: string; stageOutcomes: ReadonlyMap<string, string> },
): Warning[] {
  const { actionType, params, condition } = robot;
  const warnings: Warning[] = [];
  if (actionType === "email.send" && !params.to && !demands(condition, "contact.email"))
    warnings.push("contactEmail");
  if (actionType === "member.notify" && !params.memberId && !demands(condition, "ownerId"))
    warnings.push("noOwner");
  if (actionType === "deal.move" && params.stageId === place.stageId) warnings.push("sameStage");
  const lost = place.stageOutcomes.get(asText(params.stageId)) === "lost";
  if (actionType === "deal.move" && lost && !params.lossReasonId) warnings.push("lossReason");
  return warnings;
}

/** Whether a condition lets only records with the field filled in pass. */
function demands(filter: Filter | null, field: string): boolean {
  if (!filter || "not" in filter || "or" in filter) return false;
  if ("and" in filter) return filter.and.some((part) => demands(part, field));
  return filter.field === field && filter.operator === "not_empty";
}
