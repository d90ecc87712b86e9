import { movedAfter } from "@/components/sortable/order";
import type { Pipeline, Stage } from "@/server/pipelines/contract";

type StageChanges = { [Key in keyof Stage]?: Stage[Key] | undefined };

// What each call does to the list on screen, before the server has answered.

export function renamePipeline(list: Pipeline[], input: { pipelineId: string; name: string }): Pipeline[] {
  return list.map((one) => (one.id === input.pipelineId ? { ...one, name: input.name } : one));
}

export function updateStage(
  list: Pipeline[],
  { stageId, changes }: { stageId: string; changes: StageChanges },
): Pipeline[] {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  return list.map((one) => ({
    ...one,
    stages: one.stages.map((stage) => (stage.id === stageId ? { ...stage, ...given } : stage)),
  }));
}

export function moveStage(
  list: Pipeline[],
  { stageId, afterId }: { stageId: string; afterId: string | null },
): Pipeline[] {
  return list.map((one) => ({ ...one, stages: movedAfter(one.stages, stageId, afterId) }));
}
