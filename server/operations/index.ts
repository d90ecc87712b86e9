export { actOnRun } from "./act-on-run";
export type { Executor } from "./executor";
export { currentOperator, isOperator, Operator, requireOperator } from "./operator";
export { listFunctions, listRuns, readOverview, readRun } from "./queries";
