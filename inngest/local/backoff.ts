const SECOND = 1_000;

/** Inngest's documented waits between attempts; the last one repeats. */
const WAITS = [15, 30, 60, 120, 300, 600, 1_200, 2_400, 3_600, 7_200].map((seconds) => seconds * SECOND);

/**
 * Milliseconds before the attempt that follows `attempt` (from 0), with up to 10 % of jitter, at most 30 seconds. Inngest's
 * server adds up to 30 seconds to every wait: what holds there holds here, and a first retry comes sooner.
 */
export function backoffMs(attempt: number, random = Math.random()): number {
  const wait = WAITS[Math.min(attempt, WAITS.length - 1)] ?? 0;
  return Math.round(wait + random * Math.min(wait / 10, 30 * SECOND));
}
