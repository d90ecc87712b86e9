import { z } from "zod";

/** One line of a record's history; `name` picks the words, `data` fills them. */
export type TimelineEntry = {
  id: string;
  name: string;
  actor: { type: "member" | "robot" | "system"; id: string; name?: string };
  data: Record<string, unknown>;
  occurredAt: Date;
};

export const TimelineQuery = z.strictObject({
  dealId: z.uuid(),
  cursor: z.strictObject({ occurredAt: z.date(), id: z.uuid() }).nullish(),
  limit: z.number().int().min(1).max(100).default(40),
});
export type TimelineQuery = z.output<typeof TimelineQuery>;
