export { search } from "./search";
export { type ShownRecord, shownRecord } from "./shown-record";
export { type Subject, subjectOf } from "./subject";
export { type AnyRecordType, type AnyStagedType, recordTypeOf, recordTypes, stagedTypeOf } from "./types";
export {
  countGroups,
  getRecord,
  listRecords,
  listTrash,
  moveRecord,
  restoreRecord,
  trashRecord,
  updateRecord,
} from "./verbs";
