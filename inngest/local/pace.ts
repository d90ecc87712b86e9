import { performance } from "node:perf_hooks";

/** The part of a process's slots that one lane never takes: whoever comes next finds one free. */
const SHARE_FOR_OTHERS = 0.2;
/** A process whose time is taken up to more than this part is busy: then everything in it waits its turn, pages too. */
const BUSY = 0.5;
/** Milliseconds over which that is measured. */
const MEASURED_MS = 50;
/** What a lane keeps even then. */
const LEAST = 2;
/** How long a lane counts as present after its last job, in milliseconds. */
const PRESENT_MS = 5_000;

/**
 * How many of a process's slots one lane may have: most of them, but in a busy process that others use too it has
 * to make do with ever fewer, so that a flood leaves them time and not just a slot.
 */
export class Pace {
  readonly #room: number;
  readonly #lanes = new Map<string, number>();
  #most: number;
  #load = performance.eventLoopUtilization();
  #measuredAt = 0;

  constructor(slots: number) {
    this.#room = slots - Math.floor(slots * SHARE_FOR_OTHERS);
    this.#most = this.#room;
  }

  /** Notes whose jobs were claimed. */
  note(lanes: string[]): void {
    for (const lane of lanes) this.#lanes.set(lane, performance.now());
  }

  most(): number {
    const now = performance.now();
    if (now - this.#measuredAt < MEASURED_MS) return this.#most;
    const load = performance.eventLoopUtilization();
    const busy = performance.eventLoopUtilization(load, this.#load).utilization > BUSY;
    this.#load = load;
    this.#measuredAt = now;
    for (const [lane, at] of this.#lanes) if (now - at > PRESENT_MS) this.#lanes.delete(lane);
    const makesDo = busy && this.#lanes.size > 1;
    this.#most = makesDo
      ? Math.min(Math.max(Math.ceil(this.#most / 2), LEAST), this.#room)
      : Math.min(this.#most + 1, this.#room);
    return this.#most;
  }
}
