import type { ReactNode } from "react";

/** Something the command palette can do. */
export type Command = {
  id: string;
  label: string;
  /** A heading in the palette; commands of a page usually share one. */
  group?: string;
  hint?: string;
  /** Other words it should be found by. */
  keywords?: readonly string[];
  icon?: ReactNode;
  shortcut?: string;
  run: () => void;
};

/** Finds commands for a text, for example the deals whose title contains it. */
export type CommandSource = {
  id: string;
  label: string;
  search: (text: string, signal: AbortSignal) => Promise<readonly Command[]>;
};
