export { board, column } from "./board";
export { type CardSource, visibleCards, type Wanted } from "./cards";
export { changeStage, standingOn } from "./change-stage";
export { countOwned, handOver } from "./hand-over";
export { listCards } from "./list-cards";
export { type Move, moveStaged } from "./move-staged";
export { assertMayEnter, type Entrance, missingOnEntry } from "./rules";
export type { Entered, StagedRow, StagedTable, StagedType } from "./staged-type";
export { enterStage, stagesVisited } from "./visits";
