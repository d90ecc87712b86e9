import { asText } from "@/components/schema-form/widget";
import { statusPlace } from "@/server/crm/invoices/contract";
import type { Filter } from "@/server/filter/tree";
import type { AutomatedEntity } from "@/server/platform/permissions";
import type { RobotDraft } from "./robot-draft";

export type Warning = "contactEmail" | "noOwner" | "sameStage" | "noDeal" | "lossReason" | "draftLink";

/** Where the robot waits, and what its stages mean. */
export type Surroundings = {
  place: string;
  entity: AutomatedEntity;
  stageOutcomes: ReadonlyMap<string, string>;
};

/** What may go wrong when the robot acts, though it may be saved. */
export function warningsOf(robot: RobotDraft, { place, entity, stageOutcomes }: Surroundings): Warning[] {
  const { actionType, params, condition } = robot;
  const warnings: Warning[] = [];
  const email = emailField(entity);
  if (actionType === "email.send" && !params.to && email && !demands(condition, email))
    warnings.push("contactEmail");
  if (actionType === "member.notify" && !params.memberId && !demands(condition, "ownerId"))
    warnings.push("noOwner");
  if (actionType === "record.move" && params.stageId === place) warnings.push("sameStage");
  if (actionType === "record.move_deal" && !demands(condition, "dealId")) warnings.push("noDeal");
  const lost = stageOutcomes.get(asText(params.stageId)) === "lost";
  const moves = actionType === "record.move" || actionType === "record.move_deal";
  if (moves && lost && !params.lossReasonId) warnings.push("lossReason");
  if (place === statusPlace("draft") && Object.values(params).some(namesLink)) warnings.push("draftLink");
  return warnings;
}

/**
 * Where the address is that a letter goes to by itself: a lead has its own until it becomes a contact. Null where no one
 * field says whether there is any: an invoice's contact may lack what its buyer has.
 */
export function emailField(entity: AutomatedEntity): string | null {
  if (entity === "invoice") return null;
  return entity === "lead" ? "email" : "contactId.email";
}

function namesLink(param: unknown): boolean {
  return /\{[{%][^}]*\b(invoice|record)\.link\b/.test(asText(param));
}

/** Whether a condition lets only records with the field filled in pass. */
function demands(filter: Filter | null, field: string): boolean {
  if (!filter || "not" in filter || "or" in filter) return false;
  if ("and" in filter) return filter.and.some((part) => demands(part, field));
  return filter.field === field && filter.operator === "not_empty";
}
