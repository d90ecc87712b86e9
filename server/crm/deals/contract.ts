import { z } from "zod";
import { type BoardColumn, listNarrowing, MoveRecord, type Outcome } from "@/server/crm/staged/contract";
import { amountMinor, currency } from "@/server/platform/money";
import { optionalText, requiredText } from "@/server/platform/text";

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

export const MoveDeal = MoveRecord.extend({ dealId: z.uuid() });
export type MoveDeal = z.output<typeof MoveDeal>;

export const DealId = z.strictObject({ dealId: z.uuid() });

export const listSorts = ["createdAt", "title", "amountMinor", "closesAt", "updatedAt"] as const;

export const ListDeals = z.strictObject({
  ...listNarrowing,
  sort: z.enum(listSorts).default("createdAt"),
});
export type ListDeals = z.output<typeof ListDeals>;

export type DealColumn = BoardColumn<DealCard>;
