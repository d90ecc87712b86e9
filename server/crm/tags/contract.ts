import { z } from "zod";
import { stageColours } from "@/server/platform/palette";
import { requiredText } from "@/server/platform/text";

/** A word records are marked with; `records` is how many have it. */
export type Tag = { id: string; name: string; colour: string };
export type TagUse = Tag & { records: number };

/** Letters of a tag's name, at most. */
export const longestTag = 60;
const name = requiredText(longestTag);
const colour = z.enum(stageColours);

export const CreateTag = z.strictObject({ name, colour: colour.optional() });
export type CreateTag = z.output<typeof CreateTag>;

export const ChangeTag = z.strictObject({
  tagId: z.uuid(),
  changes: z.strictObject({ name, colour }).partial(),
});
export type ChangeTag = z.output<typeof ChangeTag>;

export const TagId = z.strictObject({ tagId: z.uuid() });

/** `tagId` goes, and records that have it get `intoId` instead. */
export const MergeTags = z.strictObject({ tagId: z.uuid(), intoId: z.uuid() });
export type MergeTags = z.output<typeof MergeTags>;
