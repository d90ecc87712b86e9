import { offsetAt } from "@/server/filter/zone";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const KEPT = 20_000;

/** Wall time of a time zone, in ms as if it were UTC -> the instant in ms. */
export type ToInstant = (wall: number) => number;

const clocks = new Map<string, ToInstant>();

/** The clock of a zone, one for all who ask. */
export function zoneClock(timeZone: string): ToInstant {
  const clock = clocks.get(timeZone) ?? newClock(timeZone);
  clocks.set(timeZone, clock);
  return clock;
}

/**
 * Turns wall time into instants. In the hour that spring leaves out the clock is taken on, of the hour that autumn
 * repeats the first is taken. Offsets are kept by the hour: asking the engine for each row would cost more than all else.
 */
function newClock(timeZone: string): ToInstant {
  const known = new Map<number, number>();
  return function toInstant(wall: number): number {
    const hour = Math.floor(wall / HOUR);
    let shift = known.get(hour);
    if (shift === undefined) {
      shift = shiftAt(hour * HOUR, timeZone);
      if (known.size >= KEPT) known.clear();
      known.set(hour, shift);
    }
    return wall - shift;
  };
}

function shiftAt(wall: number, timeZone: string): number {
  const before = offsetAt(wall - DAY, timeZone);
  const after = offsetAt(wall + DAY, timeZone);
  if (before === after) return before;
  if (offsetAt(wall - before, timeZone) === before) return before;
  return offsetAt(wall - after, timeZone) === after ? after : before;
}
