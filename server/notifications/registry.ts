import type { NotificationType } from "./define-type";
import { activityAssigned } from "./types/activity-assigned";
import { activityOverdue } from "./types/activity-overdue";
import { activityReminder } from "./types/activity-reminder";
import { assigned } from "./types/assigned";
import { comment } from "./types/comment";
import { fieldChanged } from "./types/field-changed";
import { fileAdded } from "./types/file-added";
import { formFailed } from "./types/form-failed";
import { invoiceOverdue } from "./types/invoice-overdue";
import { invoicePaid } from "./types/invoice-paid";
import { mention } from "./types/mention";
import { robot } from "./types/robot";
import { stageChanged } from "./types/stage-changed";
import { webhookDisabled } from "./types/webhook-disabled";

/** Every type of notification, in the order of the settings. A new one is a file and a line here. */
export const notificationTypes: readonly NotificationType[] = [
  mention,
  comment,
  assigned,
  stageChanged,
  fieldChanged,
  fileAdded,
  activityAssigned,
  activityReminder,
  activityOverdue,
  invoicePaid,
  invoiceOverdue,
  robot,
  webhookDisabled,
  formFailed,
];

/** The type by its name; null for one that is no more. */
export function notificationType(name: string): NotificationType | null {
  return notificationTypes.find(({ type }) => type === name) ?? null;
}
