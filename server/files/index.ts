export { addFile } from "./add-file";
export { addVersion } from "./add-version";
export { headersOf } from "./download-headers";
export { listFiles, recordsWithFiles } from "./list-files";
export { openVersion } from "./open-version";
export type { Incoming } from "./receive";
export { removeFile, restoreFile } from "./remove-file";
export { renameFile } from "./rename-file";
export { sweepFiles } from "./sweep-files";
