import { z } from "zod";
import { optionalText, requiredText } from "@/server/platform/text";

export const activityKinds = ["call", "meeting", "email", "note", "todo"] as const;
export type ActivityKind = (typeof activityKinds)[number];

export type Activity = {
  id: string;
  recordId: string;
  kind: ActivityKind;
  title: string;
  description: string | null;
  dueAt: Date | null;
  doneAt: Date | null;
  ownerId: string | null;
  createdAt: Date;
};

export const CreateActivity = z.strictObject({
  recordId: z.uuid(),
  kind: z.enum(activityKinds).default("todo"),
  title: requiredText(300),
  description: optionalText(10_000),
  dueAt: z.date().nullish(),
  ownerId: z.uuid().nullish(),
});
export type CreateActivity = z.input<typeof CreateActivity>;

export const ActivityId = z.strictObject({ activityId: z.uuid() });

/** As `CreateActivity`, from a deal's page. */
export const CreateDealActivity = CreateActivity.omit({ recordId: true }).extend({ dealId: z.uuid() });
