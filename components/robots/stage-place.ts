/** The stage whose robots are shown. */
export type StagePlace = { pipelineId: string; stageId: string; stageName: string };
