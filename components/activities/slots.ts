/** The finest that a calendar plans: half an hour. */
export const slotMinutes = 30;
const day = 24 * 60;

/** A stretch of a day, in minutes from its beginning. */
export type Slot = { from: number; to: number };

/** The half hour at a height over a day's hours. */
export function slotAt(height: number, hourPx: number): number {
  const minutes = Math.floor(((height / hourPx) * 60) / slotMinutes) * slotMinutes;
  return Math.max(0, Math.min(minutes, day - slotMinutes));
}

/** From one half hour to another, both within it, whichever comes first. */
export function slotBetween(a: number, b: number): Slot {
  return { from: Math.min(a, b), to: Math.max(a, b) + slotMinutes };
}

/** Minutes of a day as a time input has them: 90 is `01:30`. */
export function clockAt(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** `01:30` in minutes. */
export function minutesOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  return hour * 60 + minute;
}

/** Where the keys of a calendar lead from a place: another half hour, or another day; null for keys that lead nowhere. */
export function stepOf(
  key: string,
  at: { day: number; minutes: number },
  days: number,
): { day: number; minutes: number } | null {
  const to = (next: Partial<typeof at>) => {
    const place = { ...at, ...next };
    const isThere = place.day >= 0 && place.day < days && place.minutes >= 0 && place.minutes < day;
    return isThere ? place : at;
  };
  if (key === "ArrowUp") return to({ minutes: at.minutes - slotMinutes });
  if (key === "ArrowDown") return to({ minutes: at.minutes + slotMinutes });
  if (key === "ArrowLeft") return to({ day: at.day - 1 });
  if (key === "ArrowRight") return to({ day: at.day + 1 });
  if (key === "Home") return to({ minutes: 0 });
  if (key === "End") return to({ minutes: day - slotMinutes });
  return null;
}

/** The same over a month's cells: days beside and weeks under one another. */
export function cellStepOf(key: string, at: number, cells: number): number | null {
  const steps: Record<string, number> = {
    ...{ ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 },
    ...{ Home: -(at % 7), End: 6 - (at % 7) },
  };
  const step = steps[key];
  if (step === undefined) return null;
  const next = at + step;
  return next >= 0 && next < cells ? next : at;
}
