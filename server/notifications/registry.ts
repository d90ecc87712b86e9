import type { NotificationType } from "./define-type";
import { activityOverdue } from "./types/activity-overdue";
import { activityReminder } from "./types/activity-reminder";
import { assigned } from "./types/assigned";
import { comment } from "./types/comment";
import { formFailed } from "./types/form-failed";
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
  activityReminder,
  activityOverdue,
  robot,
  webhookDisabled,
  formFailed,
];

/** The type by its name; null for one that is no more. */
export function notificationType(name: string): NotificationType | null {
  return notificationTypes.find(({ type }) => type === name) ?? null;
}
