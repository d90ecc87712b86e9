import type { Miss } from "./interpreter/explain";

/** What a line of a run's log carries besides its status: the action, what it did, why it was skipped. */
export type ActivityDetail = { action: string | null; summary: string | null; misses: Miss[] };
