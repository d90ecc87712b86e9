export { expungeLinks, insertLinks, type LinkedRecord, linksFor, type NewLink } from "./import-links";
export { changeLinkRole, linkRecords, listLinks, unlinkRecords } from "./links";
