const minute = 60;
const hour = 60 * minute;

/** Seconds from one failed attempt to the next: ten attempts over a little more than three days. */
export const waits = [
  5,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
] as const;

/** Seconds until the next attempt after so many failed ones; null when there is none. */
export function waitAfter(attempts: number): number | null {
  return waits[attempts - 1] ?? null;
}

/** An endpoint that has failed for so long, without one success, is switched off. */
export const patienceDays = 5;
