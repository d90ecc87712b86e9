export { search } from "./search";
export { type Seen, seersOf, visibleAmong } from "./seers";
export { type Subject, subjectOf } from "./subject";
export { type AnyRecordType, recordTypeOf, recordTypes } from "./types";
export {
  changePoints,
  getRecord,
  listRecords,
  recordPoints,
  restoreRecord,
  trashRecord,
  updateRecord,
} from "./verbs";
