import { assertCompany, createCompany } from "@/server/crm/companies";
import { addContactPoints, createContact } from "@/server/crm/contacts";
import { createDeal } from "@/server/crm/deals";
import { assertVersion, contactPointsOf, lockRecord } from "@/server/crm/records";
import { assertMayEnter, changeStage } from "@/server/crm/staged";
import { firstStage } from "@/server/pipelines";
import {
  AppError,
  authorize,
  type Context,
  inOrganization,
  joining,
  recordEvent,
  type Transaction,
} from "@/server/platform";
import { carriedOver } from "./carry-over";
import type { Converted, ConvertLead, Lead, Made } from "./contract";
import { leadConverted } from "./events";
import { leadType } from "./lead-type";
import { moveOpenActivities } from "./move-activities";

/**
 * Qualifies a lead: makes a deal, a person and an organisation of it, or links those there are, and moves it to its
 * won stage, all or nothing. Phones, emails, source, owner and equal fields of the organization's own are carried over;
 * tags and open activities go to the deal, or to whoever is there instead. What the lead said and where it came from is
 * told in the deal's history. Files stay with the lead, and are shown with the deal's.
 * @throws NOT_FOUND, FORBIDDEN, VERSION_CONFLICT, LEAD_CONVERTED, REQUIRED_FIELDS, INVALID at the part
 */
export async function convertLead(ctx: Context, input: ConvertLead): Promise<Converted> {
  return inOrganization(ctx, async (tx) => {
    const before = await lockRecord(tx, ctx, leadType, input.leadId);
    authorize(ctx, "lead.move", before);
    assertVersion(before, input.version);
    if (before.convertedAt) throw new AppError("LEAD_CONVERTED");
    if (!input.deal && !input.contact && !input.company) throw new AppError("INVALID", {}, { field: "deal" });
    const stage = await firstStage(tx, ctx, "lead", { outcome: "won", pipelineId: before.pipelineId });
    assertMayEnter(leadType, before, stage, null);
    const inside = joining(ctx, tx);
    const companyId = await companyOf(tx, inside, before, input);
    const contactId = await contactOf(tx, inside, before, input, companyId);
    const dealId = await dealOf(tx, inside, before, input, { contactId, companyId });
    const heir = dealId ?? contactId ?? companyId;
    const activityIds = heir ? await moveOpenActivities(tx, ctx, { from: before.id, to: heir }) : [];
    const made: Made = {
      ...(dealId && { dealId }),
      ...(contactId && isNew(input.contact) && { contactId }),
      ...(companyId && isNew(input.company) && { companyId }),
      ...(activityIds.length > 0 && { activityIds }),
    };
    const became = { dealId, contactId, companyId };
    const more = { ...became, made, convertedAt: ctx.now() };
    const lead = await changeStage(tx, ctx, leadType, before, { stage, lossReasonId: null, more });
    await recordEvent(tx, ctx, leadConverted, {
      recordId: lead.id,
      version: lead.version,
      data: { title: lead.title, ...became, made },
    });
    return { lead, ...became };
  });
}

// What the organization requires of new records may be lacking still: an enquiry is all there is to make them of.
const incomplete = { incomplete: true };

const isNew = (part: object | null) => part !== null && "name" in part;

async function companyOf(tx: Transaction, ctx: Context, lead: Lead, { deal, contact, company }: ConvertLead) {
  if (!company) return null;
  if ("companyId" in company) {
    await assertCompany(tx, ctx, company.companyId);
    return company.companyId;
  }
  const carried = await carriedOver(tx, ctx, lead.custom, { to: "company", tags: !deal && !contact });
  const made = await createCompany(
    ctx,
    { name: company.name, ownerId: lead.ownerId, ...carried },
    incomplete,
  );
  return made.id;
}

async function contactOf(
  tx: Transaction,
  ctx: Context,
  lead: Lead,
  { deal, contact }: ConvertLead,
  companyId: string | null,
) {
  if (!contact) return null;
  const points = (await contactPointsOf(tx, ctx, lead.id)).map(({ kind, value, label }) => ({
    kind,
    value,
    label,
  }));
  if ("contactId" in contact) return (await addContactPoints(ctx, { ...contact, points })).id;
  const carried = await carriedOver(tx, ctx, lead.custom, { to: "contact", tags: !deal });
  const made = await createContact(
    ctx,
    { name: contact.name, companyId, ownerId: lead.ownerId, points, ...carried },
    incomplete,
  );
  return made.id;
}

async function dealOf(
  tx: Transaction,
  ctx: Context,
  lead: Lead,
  { deal }: ConvertLead,
  people: { contactId: string | null; companyId: string | null },
) {
  if (!deal) return null;
  const stage = await firstStage(tx, ctx, "deal", { outcome: "open", pipelineId: deal.pipelineId });
  const { currency, ownerId, sourceId } = lead;
  const made = await createDeal(
    ctx,
    {
      title: deal.title ?? lead.title,
      amountMinor: deal.amountMinor ?? lead.amountMinor,
      stageId: stage.id,
      ...{ currency, ownerId, sourceId },
      ...people,
      ...(await carriedOver(tx, ctx, lead.custom, { to: "deal", tags: true })),
    },
    { ...incomplete, fromLead: saidBy(lead) },
  );
  return made.id;
}

const origins = [
  ...(["utmSource", "utmMedium", "utmCampaign", "utmContent", "utmTerm"] as const),
  ...(["page", "referrer"] as const),
];

function saidBy(lead: Lead) {
  const origin = origins.flatMap((key) => (lead[key] === null ? [] : [[key, lead[key]] as const]));
  return { id: lead.id, title: lead.title, comment: lead.comment, origin: Object.fromEntries(origin) };
}
