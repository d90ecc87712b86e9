export { createPipeline, removePipeline, renamePipeline } from "./edit-pipeline";
export { createStage, moveStage, updateStage } from "./edit-stage";
export { archiveLossReason, saveLossReason } from "./loss-reasons";
export {
  assertLossReason,
  assertSource,
  dictionaryNames,
  firstStage,
  listLossReasons,
  listPipelines,
  listSources,
  liveStage,
  liveStagesAmong,
  readLossReason,
} from "./queries";
export { removeStage, restoreStage } from "./remove-stage";
export { type PipelinePlan, setUpPipeline } from "./set-up";
export { archiveSource, createSource } from "./sources";
