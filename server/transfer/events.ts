import { defineEvent } from "@/server/platform";

type About = { importId: string };

/** Somebody wants to know what a file would come to. */
export const importCheckRequested = defineEvent<About & { revision: number }>(
  "import.check_requested",
  "import",
);
export const importStarted = defineEvent<About>("import.started", "import");
export const importFinished = defineEvent<
  About & { of: string; created: number; updated: number; rejected: number }
>("import.finished", "import");
export const importUndoRequested = defineEvent<About>("import.undo_requested", "import");
export const importUndone = defineEvent<About & { of: string; kept: number }>("import.undone", "import");
export const recordsExported = defineEvent<{ of: string; format: string }>("records.exported", "export");
