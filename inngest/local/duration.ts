const UNIT_MS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;
const PART = /(\d+(?:\.\d+)?)(ms|s|m|h|d|w)/g;

/** Milliseconds of a time string of the SDK, such as `2h30m`. @throws when it is not one */
export function durationMs(text: string): number {
  const parts = [...text.matchAll(PART)];
  if (parts.map((part) => part[0]).join("") !== text.replaceAll(" ", "") || parts.length === 0)
    throw new Error(`Not a duration: "${text}"`);
  return parts.reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * UNIT_MS[unit as keyof typeof UNIT_MS],
    0,
  );
}

/** Instant a time string or an ISO date stands for, counted from `now`. */
export function instantOf(text: string, now: Date): Date {
  const date = /^\d{4}-/.test(text) ? new Date(text) : new Date(now.getTime() + durationMs(text));
  if (Number.isNaN(date.getTime())) throw new Error(`Not an instant: "${text}"`);
  return date;
}
