import { defineEvent } from "@/server/platform";

type Named = { name: string };

export const webformCreated = defineEvent<Named>("webform.created", "webform");
export const webformUpdated = defineEvent<Named>("webform.updated", "webform");
export const webformArchived = defineEvent<Named>("webform.archived", "webform");

/** So many tries made no record of what somebody sent that it is tried no more. */
export const webformSubmissionFailed = defineEvent<
  Named & { submissionId: string; reason: string; from: string; ownerIds: string[] }
>("webform.submission_failed", "webform");

/** Somebody filled a form in; `recordId` of the data is what was made of it. */
export const webformSubmitted = defineEvent<
  Named & { submissionId: string; madeEntity: string; madeId: string; utm: Record<string, string> }
>("webform.submitted", "webform");
