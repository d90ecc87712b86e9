import type { Place, RobotsOf } from "@/server/automation/contract";
import type { Stage } from "@/server/pipelines/contract";

/** The stage or the status whose robots are shown, among those of its pipeline or of its kind of record. */
export type RobotPlace = { of: RobotsOf; place: Place; name: string };

/** A stage as a place of robots. */
export function placeOfStage({ id, pipelineId, name }: Stage): RobotPlace {
  return { of: { pipelineId }, place: id, name };
}
