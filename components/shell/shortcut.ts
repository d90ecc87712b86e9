/** A registered shortcut, as the help shows it. */
export type Shortcut = {
  id: string;
  keys: string;
  label: string;
  group?: string;
  inInputs: boolean;
  run: () => void;
};
