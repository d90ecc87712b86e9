import { z } from "zod";
import { filterSchema } from "@/server/filter/tree";
import { text } from "@/server/platform/text";

export type Outcome = "open" | "won" | "lost";

const narrowing = {
  ownerId: z.uuid().nullish(),
  search: text(200).optional(),
  filter: filterSchema.optional(),
};

export const BoardQuery = z.strictObject({ pipelineId: z.uuid(), ...narrowing });
export type BoardQuery = z.output<typeof BoardQuery>;

export const ColumnQuery = z.strictObject({
  pipelineId: z.uuid(),
  stageId: z.uuid(),
  cursor: z.strictObject({ position: z.string().max(200), id: z.uuid() }).nullish(),
  ...narrowing,
});
export type ColumnQuery = z.output<typeof ColumnQuery>;

/** What a list of cards may be narrowed by; each entity adds what it can be sorted by. */
export const listNarrowing = {
  pipelineId: z.uuid().optional(),
  stageIds: z.array(z.uuid()).max(100).optional(),
  outcome: z.enum(["open", "won", "lost"]).optional(),
  direction: z.enum(["asc", "desc"]).default("desc"),
  cursor: z.number().int().min(0).max(100_000).default(0),
  limit: z.number().int().min(1).max(100).default(40),
  ...narrowing,
};
const ListQuery = z.strictObject(listNarrowing);
export type ListQuery = z.output<typeof ListQuery>;

/** Count and sums of a column over everything the filter holds, not only the loaded cards. */
export type StageTotal = {
  stageId: string;
  count: number;
  sums: { currency: string; amountMinor: number }[];
};

/** The least that a board needs of a card. */
export type BoardCard = { id: string; stageId: string; position: string };
export type BoardColumn<Card extends BoardCard> = StageTotal & { cards: Card[]; hasMore: boolean };

export const MoveRecord = z.strictObject({
  stageId: z.uuid(),
  /** The card it is dropped under; null or absent for the top. */
  afterId: z.uuid().nullish(),
  version: z.number().int().positive().optional(),
  lossReasonId: z.uuid().nullish(),
});
