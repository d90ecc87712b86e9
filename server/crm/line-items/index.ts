export { addLines } from "./add-lines";
export { declareLineHost, hasLineHost, type LineHost, type LineSum, type Standing } from "./hosts";
export { newLine } from "./new-line";
export {
  copiesOf,
  hasLines,
  linesFor,
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
export { replaceAllLines, replaceLines, writeFirstLines } from "./write-first-lines";
