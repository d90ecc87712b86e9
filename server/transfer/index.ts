export { type PlanSettings, planRows } from "./plan/plan-rows";
export { type CellNotice, type CellProblem, isAccepted, type PlannedRow } from "./plan/planned-row";
export { type ColumnStyle, gatherStyles } from "./plan/styles";
export { type CsvOptions, type CsvTable, readCsv } from "./read/read-csv";
export { type Cell, type RowFault, type SourceRow, type Table, UnreadableFile } from "./read/table";
export { type ImportEntity, importEntities } from "./recognise/aliases";
export {
  type Guess,
  type Recognised,
  type RecognisedColumn,
  recogniseColumns,
} from "./recognise/recognise-columns";
