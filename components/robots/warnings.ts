import { asText } from "@/components/schema-form/widget";
import type { Filter } from "@/server/filter/tree";
import type { StagedEntity } from "@/server/platform/permissions";
import type { RobotDraft } from "./robot-draft";

export type Warning = "contactEmail" | "noOwner" | "sameStage" | "lossReason";

/** What may go wrong when the robot acts, though it may be saved. */
export function warningsOf(
  robot: RobotDraft,
  place: { stageId: string; entity: StagedEntity; stageOutcomes: ReadonlyMap<string, string> },
): Warning[] {
  const { actionType, params, condition } = robot;
  const warnings: Warning[] = [];
  if (actionType === "email.send" && !params.to && !demands(condition, emailField(place.entity)))
    warnings.push("contactEmail");
  if (actionType === "member.notify" && !params.memberId && !demands(condition, "ownerId"))
    warnings.push("noOwner");
  if (actionType === "record.move" && params.stageId === place.stageId) warnings.push("sameStage");
  const lost = place.stageOutcomes.get(asText(params.stageId)) === "lost";
  if (actionType === "record.move" && lost && !params.lossReasonId) warnings.push("lossReason");
  return warnings;
}

/** Where the address is that a letter goes to by itself: a lead has its own until it becomes a contact. */
export function emailField(entity: StagedEntity): string {
  return entity === "lead" ? "email" : "contactId.email";
}

/** Whether a condition lets only records with the field filled in pass. */
function demands(filter: Filter | null, field: string): boolean {
  if (!filter || "not" in filter || "or" in filter) return false;
  if ("and" in filter) return filter.and.some((part) => demands(part, field));
  return filter.field === field && filter.operator === "not_empty";
}
