import { z } from "zod";
import { type BoardColumn, listNarrowing, MoveRecord, type Outcome } from "@/server/crm/staged/contract";
import { type LeadKind, leadKinds } from "@/server/pipelines/contract";
import { amountMinor, currency } from "@/server/platform/money";
import { optionalText, requiredText } from "@/server/platform/text";

export { type LeadKind, leadKinds };

/** Records that a conversion made anew. */
export type MadeRecords = { dealId?: string; contactId?: string; companyId?: string };

/** What is taken back when the lead returns: the records made anew, and the open activities that went along. */
export type Made = MadeRecords & { activityIds?: string[] };

export type Lead = {
  id: string;
  title: string;
  /** The person who asks. */
  name: string | null;
  companyName: string | null;
  phone: string | null;
  email: string | null;
  comment: string | null;
  kind: LeadKind;
  amountMinor: number;
  currency: string;
  ownerId: string | null;
  sourceId: string | null;
  utmSource: string | null;
  utmMedium: string | null;
  utmCampaign: string | null;
  utmContent: string | null;
  utmTerm: string | null;
  page: string | null;
  referrer: string | null;
  pipelineId: string;
  stageId: string;
  outcome: Outcome;
  position: string;
  stageEnteredAt: Date;
  closedAt: Date | null;
  lossReasonId: string | null;
  /** When it was converted; null while it is not. */
  convertedAt: Date | null;
  made: Made | null;
  contactId: string | null;
  companyId: string | null;
  dealId: string | null;
  version: number;
  custom: Record<string, unknown>;
  createdAt: Date;
  updatedAt: Date;
};

/** A lead as a card shows it, names resolved. */
export type LeadCard = Lead & { ownerName: string | null; dealTitle: string | null };
export type LeadColumn = BoardColumn<LeadCard>;

/** Values of the organization's own fields by their keys, `c_…`, and `tags`; null empties one. */
const custom = z.record(
  z
    .string()
    .regex(/^(c_|tags$)/)
    .max(60),
  z.unknown(),
);

const address = z.string().trim().max(254).pipe(z.email());
const emptyOrAddress = z
  .string()
  .trim()
  .max(254)
  .nullish()
  .transform((value) => value || null)
  .pipe(z.email().nullable());

const own = {
  name: optionalText(200),
  companyName: optionalText(200),
  comment: optionalText(10_000),
  page: optionalText(2_000),
  referrer: optionalText(2_000),
};

const utm = z
  .strictObject({
    source: optionalText(300),
    medium: optionalText(300),
    campaign: optionalText(300),
    content: optionalText(300),
    term: optionalText(300),
  })
  .partial();

/** What a form, a call, an import or a person brings; a title, a name or a way to reach them has to be there. */
export const CreateLead = z.strictObject({
  ...own,
  /** Absent or blank: who it is from. */
  title: optionalText(300),
  phones: z.array(requiredText(40)).max(20).default([]),
  emails: z.array(address).max(20).default([]),
  sourceId: z.uuid().nullish(),
  amountMinor: amountMinor.optional(),
  currency: currency.optional(),
  /** Absent: the creator. */
  ownerId: z.uuid().nullish(),
  /** Absent: the first open stage of the pipeline. */
  stageId: z.uuid().optional(),
  /** Absent: the first pipeline of leads. */
  pipelineId: z.uuid().optional(),
  utm: utm.optional(),
  custom: custom.optional(),
});
export type CreateLead = z.input<typeof CreateLead>;

export const LeadChanges = z
  .strictObject({
    ...own,
    title: requiredText(300),
    phone: optionalText(40),
    email: emptyOrAddress,
    amountMinor,
    currency,
    ownerId: z.uuid().nullable(),
    sourceId: z.uuid().nullable(),
    utmSource: optionalText(300),
    utmMedium: optionalText(300),
    utmCampaign: optionalText(300),
    utmContent: optionalText(300),
    utmTerm: optionalText(300),
  })
  .partial();

export const UpdateLead = z.strictObject({
  leadId: z.uuid(),
  /** The version the editor saw; absent when a robot edits. */
  version: z.number().int().positive().optional(),
  changes: LeadChanges,
  custom: custom.optional(),
});
export type UpdateLead = z.output<typeof UpdateLead>;

export const MoveLead = MoveRecord.extend({ leadId: z.uuid() });
export type MoveLead = z.output<typeof MoveLead>;

export const LeadId = z.strictObject({ leadId: z.uuid() });

export const listSorts = ["createdAt", "title", "amountMinor", "updatedAt"] as const;

export const ListLeads = z.strictObject({
  ...listNarrowing,
  sort: z.enum(listSorts).default("createdAt"),
});
export type ListLeads = z.output<typeof ListLeads>;

const version = z.number().int().positive().optional();

/** What the lead becomes: each part is made anew, is one there is already, or is left out as null. */
export const ConvertLead = z.strictObject({
  leadId: z.uuid(),
  version,
  deal: z
    .strictObject({
      pipelineId: z.uuid(),
      /** Absent: the lead's. */
      title: requiredText(300).optional(),
      amountMinor: amountMinor.optional(),
    })
    .nullable(),
  contact: z
    .union([z.strictObject({ contactId: z.uuid() }), z.strictObject({ name: requiredText(200) })])
    .nullable(),
  company: z
    .union([z.strictObject({ companyId: z.uuid() }), z.strictObject({ name: requiredText(200) })])
    .nullable(),
});
export type ConvertLead = z.output<typeof ConvertLead>;

export type Converted = {
  lead: Lead;
  dealId: string | null;
  contactId: string | null;
  companyId: string | null;
};

export const ReturnLead = z.strictObject({ leadId: z.uuid(), version });
export type ReturnLead = z.output<typeof ReturnLead>;

/** What a return did with what the conversion had made: somebody's work on it keeps it. */
export type Returned = { lead: Lead; trashed: MadeRecords; kept: MadeRecords };

export const SetLeadKind = z.strictObject({ leadId: z.uuid(), version, kind: z.enum(leadKinds) });
export type SetLeadKind = z.output<typeof SetLeadKind>;

/** People and organisations who may be the lead's already, and how that shows. */
export type ConversionOffer = {
  contacts: {
    id: string;
    name: string;
    phone: string | null;
    email: string | null;
    companyId: string | null;
    companyName: string | null;
    by: "phone" | "email";
  }[];
  companies: { id: string; name: string }[];
};
