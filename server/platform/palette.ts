/** The colours of stages, in the order they are offered; each is a token `--stage-<name>` for both themes. */
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
