export { search } from "./search";
export { type Subject, subjectOf } from "./subject";
export { type AnyRecordType, recordTypeOf, recordTypes } from "./types";
export {
  countGroups,
  getRecord,
  listRecords,
  listTrash,
  restoreRecord,
  trashRecord,
  updateRecord,
} from "./verbs";
