export type { Happening } from "./define-type";
export { type DueDigest, dueDigests } from "./due-digests";
export { sendDigest, sendNoticeLetter } from "./letters";
export { notifyMember } from "./notify-member";
export { changeNotificationSettings, notificationSettings } from "./preferences";
export { myNotifications, readNotifications } from "./read-notices";
export { notificationTypes } from "./registry";
export { tell } from "./tell";
export type { NoticeLetter } from "./write-notices";
