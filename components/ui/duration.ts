/** Minutes in each unit a person may choose. */
export const durationUnits = { minutes: 1, hours: 60, days: 1440, weeks: 10080 } as const;

export type DurationUnit = keyof typeof durationUnits;

const fromLargest: readonly DurationUnit[] = ["weeks", "days", "hours", "minutes"];

/** The largest unit that says the duration in whole numbers: 120 is 2 hours, 90 is 90 minutes. */
export function splitDuration(minutes: number): { amount: number; unit: DurationUnit } {
  const unit = fromLargest.find((candidate) => minutes > 0 && minutes % durationUnits[candidate] === 0);
  return unit ? { amount: minutes / durationUnits[unit], unit } : { amount: minutes, unit: "minutes" };
}
