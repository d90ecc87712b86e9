export { exportRecords } from "./export/export-records";
export { createImport } from "./jobs/create-import";
export { getImport, type ImportPage, listImports } from "./jobs/import-views";
export { rejectedRows } from "./jobs/rejected-rows";
export { removeOldFiles } from "./jobs/remove-old-files";
export {
  cancelImport,
  mapImport,
  readImportAgain,
  requestCheck,
  requestUndo,
  startImport,
} from "./jobs/steer-import";
export { checkImport, failCheck } from "./run/check-import";
export { failImport, finishImport } from "./run/end-import";
export { importChunks } from "./run/import-chunk";
export { housekeeper, type ImportRef, importerContext } from "./run/importer";
export { prepareImport } from "./run/prepare-import";
export { finishUndo, undoBatches } from "./run/undo-batch";
