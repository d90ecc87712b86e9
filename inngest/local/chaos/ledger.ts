import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** What the provider does with a request: accepts and answers, refuses, or accepts and leaves the caller in doubt. */
export type Fate = "answered" | "500" | "429" | "hung" | "reset" | "held";

/** One request as the provider saw it. */
export interface Seen {
  /** Milliseconds since 1970 by the provider's clock. */
  at: number;
  trigger: string;
  step: string;
  /** Null when the caller sent no Idempotency-Key. */
  key: string | null;
  /** Process id of the caller, and how far its clock is ahead. */
  worker: number;
  aheadMs: number;
  fate: Fate;
  /** Whether it took effect: not when refused, nor when its key had taken effect before. */
  effect: boolean;
}

/** Reads the provider's ledger while it grows. */
export class LedgerReader {
  readonly seen: Seen[] = [];
  readonly #file: number;
  #read = 0;

  constructor(path: string) {
    this.#file = openSync(path, "r");
  }

  /** Takes in what was written since. */
  refresh(): readonly Seen[] {
    const size = fstatSync(this.#file).size;
    const bytes = Buffer.alloc(size - this.#read);
    readSync(this.#file, bytes, 0, bytes.length, this.#read);
    const whole = bytes.lastIndexOf("\n") + 1;
    this.#read += whole;
    for (const line of bytes.subarray(0, whole).toString().split("\n")) {
      if (line !== "") this.seen.push(JSON.parse(line));
    }
    return this.seen;
  }

  close(): void {
    closeSync(this.#file);
  }
}
