export { myNotifications, notifyMember, readNotifications } from "./notify-member";
