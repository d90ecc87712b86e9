/** The palette of stages, in the order it is offered; each is a token `--stage-<name>` for both themes. */
export const stageColours = [
  "slate",
  "sky",
  "teal",
  "green",
  "lime",
  "amber",
  "orange",
  "rose",
  "plum",
  "indigo",
] as const;

export type StageColour = (typeof stageColours)[number];

/** The CSS value of a stage's colour; an unknown name becomes slate. */
export function stageColour(name: string) {
  const known = stageColours.find((candidate) => candidate === name);
  return `var(--stage-${known ?? "slate"})`;
}
