export { addLines } from "./add-lines";
export { declareLineHost, type LineHost, type LineSum, type Standing } from "./hosts";
export { newLine } from "./new-line";
export {
  copiesOf,
  hasLines,
  linesByRecord,
  linesOf,
  listLines,
  type RecordLines,
  withLines,
} from "./queries";
export { removeLine } from "./remove-line";
export { reorderLines } from "./reorder-lines";
export { lineAmounts, type Totals, totalsOf } from "./rules";
export { setLines } from "./set-lines";
export { updateLine } from "./update-line";
export { replaceLines, writeFirstLines } from "./write-first-lines";
