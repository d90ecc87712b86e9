export { search } from "./search";
export { type ShownRecord, shownRecord } from "./shown-record";
export { type Subject, subjectOf } from "./subject";
export { type AnyRecordType, recordTypeOf, recordTypes } from "./types";
export { getRecord, listRecords, restoreRecord, trashRecord, updateRecord } from "./verbs";
