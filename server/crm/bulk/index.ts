export { cancelBulk } from "./cancel-bulk";
export { failBulk } from "./fail-bulk";
export { getBulk, unfinishedBulk } from "./get-bulk";
export { refusedRecords } from "./refused-records";
export { runBulkBatch } from "./run-bulk";
export { startBulk } from "./start-bulk";
export { undoBulk } from "./undo-bulk";
