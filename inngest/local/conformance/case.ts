import type { Inngest, InngestFunction } from "inngest";

/** How Inngest's API names what became of a run. */
export type Outcome = "Running" | "Completed" | "Failed" | "Cancelled";

/** An engine that runs the functions, seen from outside. */
export interface World {
  /** Sends events, names without the case's prefix: the world adds it. */
  send(
    ...events: { name: string; data?: Record<string, unknown>; id?: string; ts?: number }[]
  ): Promise<void>;
  /** Waits until nothing more happens by itself. */
  settle(): Promise<void>;
  /** Lets time go by, and what falls due happen: moves the local clock, waits on a real server. */
  pass(milliseconds: number): Promise<void>;
  /** The engine's time. */
  now(): Promise<Date>;
  /** What became of the runs that the sent events started, sorted. */
  outcomes(): Promise<Outcome[]>;
}

/** What functions get to define themselves in a case. */
export interface Stage {
  client: Inngest;
  /** Event names and function ids of the case are made unique with it. */
  name: (local: string) => string;
  /** Where functions note what happened, in order. */
  log: unknown[];
}

/** One documented behaviour of Inngest: functions, and what happens when the case is played. */
export interface Case {
  title: string;
  /** Takes hours: played only where the clock can be moved. */
  long?: true;
  functions: (stage: Stage) => InngestFunction.Any[];
  play: (world: World, log: unknown[]) => Promise<void>;
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The same entries, sorted: for what may happen in any order. */
export function inAnyOrder(log: unknown[]): unknown[] {
  return log.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}
