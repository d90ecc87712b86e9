import { stageColours } from "@/server/platform/palette";

export { type StageColour, stageColours } from "@/server/platform/palette";

/** The CSS value of a stage's colour; an unknown name becomes slate. */
export function stageColour(name: string) {
  const known = stageColours.find((candidate) => candidate === name);
  return `var(--stage-${known ?? "slate"})`;
}
