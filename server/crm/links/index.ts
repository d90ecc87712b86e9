export { changeLinkRole, linkRecords, listLinks, unlinkRecords } from "./links";
