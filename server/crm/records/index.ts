export { changePoints } from "./change-points";
export {
  contactPointsFor,
  contactPointsOf,
  foundByPoints,
  pointKey,
  withFirst,
  writeContactPoints,
} from "./contact-points";
export { countGroups, type GroupCount } from "./count-groups";
export { difference } from "./difference";
export { expungeRecords, type Kept } from "./expunge-records";
export { findByNames, findByPoints, liveAmong } from "./find-by-keys";
export { getRecord, readRecord } from "./get-record";
export { countOwned, handOver } from "./hand-over";
export { type Image, ownerOf, putImages, rowsOf, takeImages } from "./images";
export {
  type BulkOptions,
  insertPoints,
  insertRecords,
  type KeyedPoint,
  type NewRecord,
} from "./insert-records";
export { dataOf, listRecords, type RecordList } from "./list-records";
export { listTrash } from "./list-trash";
export { dictionaryNamesIn, titlesOf } from "./names";
export { type Overwriting, overwriteRecords } from "./overwrite-records";
export { reachedBy } from "./person-values";
export { countryOf, phoneKey } from "./phone";
export { reachable, startingWith, withPoints, writeFirstPoints } from "./reachable";
export { recordPoints } from "./read-points";
export {
  type BaseRecord,
  type Changes,
  lockRecord,
  type RecordType,
  rowOf,
  type Standing,
  writeRow,
} from "./record-type";
export { type Creation, markDeleted, registerRecord, renameRecord } from "./register";
export { searchTerms, type Term } from "./spelling";
export { restoreRecord, trashRecord } from "./trash-record";
export { assertVersion, checkChanges, updateRecord } from "./update-record";
export { idsFound, spelling, visibleRecords } from "./visible";
