import { z } from "zod";

const tenYears = 10 * 366 * 24 * 60;

/** When a robot acts. `offsetMinutes` before (negative), after (positive) or at (0) a date field of the record. */
export const timingSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("now") }),
  z.strictObject({ kind: z.literal("after"), minutes: z.number().int().min(1).max(tenYears) }),
  z.strictObject({
    kind: z.literal("date"),
    field: z.string().min(1).max(100),
    offsetMinutes: z.number().int().min(-tenYears).max(tenYears),
  }),
]);
export type Timing = z.output<typeof timingSchema>;

export const runModes = ["after_previous", "parallel"] as const;
export type RunMode = (typeof runModes)[number];
