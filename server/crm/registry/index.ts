export { pointersTo } from "./pointers";
export { search } from "./search";
export { aboutVisible, type Seen, seersOf, visibleAmong } from "./seers";
export { type ShownRecord, shownRecord } from "./shown-record";
export { type Subject, subjectOf } from "./subject";
export {
  type AnyRecordType,
  type AnyStagedType,
  recordTypeOf,
  recordTypes,
  stagedTypeOf,
} from "./types";
export {
  changePoints,
  countGroups,
  getRecord,
  listRecords,
  listTrash,
  moveRecord,
  recordPoints,
  restoreRecord,
  trashRecord,
  updateRecord,
} from "./verbs";
