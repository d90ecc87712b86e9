import { z } from "zod";
import { filterSchema } from "@/server/filter/tree";
import { amountMinor, currency } from "@/server/platform/money";
import { optionalText, requiredText, text } from "@/server/platform/text";

export type Outcome = "open" | "won" | "lost";

/** Fields a stage may require before a deal enters it. */
export const requirableFields = [
  "amountMinor",
  "contactId",
  "companyId",
  "ownerId",
  "sourceId",
  "closesAt",
] as const;

export type Deal = {
  id: string;
  title: string;
  amountMinor: number;
  currency: string;
  contactId: string | null;
  companyId: string | null;
  ownerId: string | null;
  sourceId: string | null;
  pipelineId: string;
  stageId: string;
  outcome: Outcome;
  position: string;
  closesAt: Date | null;
  closedAt: Date | null;
  lossReasonId: string | null;
  stageEnteredAt: Date;
  version: number;
  custom: Record<string, unknown>;
  createdAt: Date;
  updatedAt: Date;
};

/** A deal as a card shows it, names resolved. */
export type DealCard = Deal & {
  contactName: string | null;
  companyName: string | null;
  ownerName: string | null;
};

/** Values of the organization's own fields by their keys, `c_…`, and `tags`; null empties one. */
const custom = z.record(
  z
    .string()
    .regex(/^(c_|tags$)/)
    .max(60),
  z.unknown(),
);

const editable = {
  title: requiredText(300),
  amountMinor,
  currency,
  contactId: z.uuid().nullable(),
  companyId: z.uuid().nullable(),
  ownerId: z.uuid().nullable(),
  sourceId: z.uuid().nullable(),
  closesAt: z.date().nullable(),
};

export const CreateDeal = z.strictObject({
  title: editable.title,
  stageId: z.uuid(),
  amountMinor: editable.amountMinor.optional(),
  currency: editable.currency.optional(),
  contactId: editable.contactId.optional(),
  companyId: editable.companyId.optional(),
  /** Absent: the creator. */
  ownerId: editable.ownerId.optional(),
  sourceId: editable.sourceId.optional(),
  closesAt: editable.closesAt.optional(),
  custom: custom.optional(),
  /** A person's name, typed in quick add: the contact is made on the way. */
  newContact: z
    .strictObject({ name: requiredText(200), email: optionalText(254), phone: optionalText(40) })
    .optional(),
});
export type CreateDeal = z.output<typeof CreateDeal>;

export const DealChanges = z.strictObject(editable).partial();

export const UpdateDeal = z.strictObject({
  dealId: z.uuid(),
  /** The version the editor saw; absent when a robot edits. */
  version: z.number().int().positive().optional(),
  changes: DealChanges,
  custom: custom.optional(),
});
export type UpdateDeal = z.output<typeof UpdateDeal>;

export const MoveDeal = z.strictObject({
  dealId: z.uuid(),
  stageId: z.uuid(),
  /** The card it is dropped under; null for the top; absent for the top as well. */
  afterId: z.uuid().nullish(),
  version: z.number().int().positive().optional(),
  lossReasonId: z.uuid().nullish(),
});
export type MoveDeal = z.output<typeof MoveDeal>;

export const DealId = z.strictObject({ dealId: z.uuid() });

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

export const listSorts = ["createdAt", "title", "amountMinor", "closesAt", "updatedAt"] as const;

export const ListDeals = z.strictObject({
  pipelineId: z.uuid().optional(),
  stageIds: z.array(z.uuid()).max(100).optional(),
  outcome: z.enum(["open", "won", "lost"]).optional(),
  sort: z.enum(listSorts).default("createdAt"),
  direction: z.enum(["asc", "desc"]).default("desc"),
  cursor: z.number().int().min(0).max(100_000).default(0),
  limit: z.number().int().min(1).max(100).default(40),
  ...narrowing,
});
export type ListDeals = z.output<typeof ListDeals>;

/** Count and sums of a column over everything the filter holds, not only the loaded cards. */
export type StageTotal = {
  stageId: string;
  count: number;
  sums: { currency: string; amountMinor: number }[];
};
export type BoardColumn = StageTotal & { cards: DealCard[]; hasMore: boolean };
