import type { Observer, Stats } from "../local";

/** The executor as metrics see it. */
export interface Measured {
  stats(): Promise<Stats>;
  observe(observer: Observer | null): void;
}

export interface Metrics {
  /** Sends what is left, for `graceMs` at most, and measures no more. */
  stop(options: { graceMs: number }): Promise<void>;
}
