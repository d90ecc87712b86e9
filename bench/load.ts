/** Percentiles of what was measured, in the unit it was measured in. */
export type Spread = { count: number; p50: number; p95: number; p99: number };

export function spread(values: number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/**
 * Hands over `perSecond` events a second for a while, each due at its own instant: what has come due goes in one
 * batch, the next batch after the one before, as the relay does it. Time lost by a slow batch counts as latency.
 */
export async function offer(
  { perSecond, seconds }: { perSecond: number; seconds: number },
  hand: (dueAt: number[]) => Promise<void>,
): Promise<void> {
  const began = performance.now();
  const total = perSecond * seconds;
  for (let handed = 0; handed < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - began) / 1000) * perSecond));
    if (due === handed) {
      await pause(1);
      continue;
    }
    const from = handed;
    await hand(Array.from({ length: due - from }, (_, i) => began + ((from + i + 1) / perSecond) * 1000));
    handed = due;
  }
}

/** Waits until something holds; false when it does not within the time. */
export async function eventually(holds: () => boolean, withinMs: number): Promise<boolean> {
  const until = performance.now() + withinMs;
  while (!holds()) {
    if (performance.now() > until) return false;
    await pause(10);
  }
  return true;
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
