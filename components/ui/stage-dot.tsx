import { stageColour } from "./stage-colours";

/** The colour of a stage, a tag or a choice before its name. */
export function StageDot({ colour }: { colour: string }) {
  return (
    <span aria-hidden className="size-2 shrink-0 rounded-full" style={{ background: stageColour(colour) }} />
  );
}
