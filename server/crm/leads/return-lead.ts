import { and, eq, isNull } from "drizzle-orm";
import { contact, deal } from "@/db/schema/crm";
import { lead as table } from "@/db/schema/crm-leads";
import { companyType } from "@/server/crm/companies";
import { contactType } from "@/server/crm/contacts";
import { deleteDeal } from "@/server/crm/deals";
import { assertVersion, lockRecord, trashRecord } from "@/server/crm/records";
import { changeStage } from "@/server/crm/staged";
import {
  AppError,
  authorize,
  type Context,
  inOrganization,
  joining,
  recordEvent,
  type Transaction,
  touchedByPeople,
} from "@/server/platform";
import type { Lead, Made, MadeRecords, Returned, ReturnLead } from "./contract";
import { leadReturned } from "./events";
import { leadType } from "./lead-type";
import { moveOpenActivities } from "./move-activities";
import { openStageBefore } from "./stage-before";

/**
 * Takes a closed lead back to work, to the open stage it stood on last. What its conversion made goes to the trash, as
 * long as no person has worked on it and nothing else needs it; otherwise it stays and only the lead returns. What the
 * lead had still to do comes back with it, unless the deal stays.
 * @throws NOT_FOUND, FORBIDDEN, VERSION_CONFLICT
 */
export async function returnLead(ctx: Context, { leadId, version }: ReturnLead): Promise<Returned> {
  return inOrganization(ctx, async (tx) => {
    const before = await lockRecord(tx, ctx, leadType, leadId);
    authorize(ctx, "lead.move", before);
    assertVersion(before, version);
    if (before.outcome === "open") return { lead: before, trashed: {}, kept: {} };
    const stage = await openStageBefore(tx, ctx, before);
    const more = {
      ...{ convertedAt: null, made: null, dealId: null },
      contactId: before.made?.contactId ? null : before.contactId,
      companyId: before.made?.companyId ? null : before.companyId,
    };
    const lead = await changeStage(tx, ctx, leadType, before, { stage, lossReasonId: null, more });
    const trashed = await takeBack(tx, ctx, before);
    const kept = without(before.made ?? {}, trashed);
    const activities = kept.dealId ? [] : await takeBackActivities(tx, ctx, before);
    await recordEvent(tx, ctx, leadReturned, {
      recordId: leadId,
      version: lead.version,
      data: { title: lead.title, trashed, kept, activities: activities.length },
    });
    return { lead, trashed, kept };
  });
}

// Whoever may return the lead may undo its conversion: nobody else has had a hand in what goes.
async function takeBack(tx: Transaction, ctx: Context, { made }: Lead): Promise<MadeRecords> {
  const { dealId, contactId, companyId } = made ?? {};
  const touched = await touchedByPeople(tx, ctx, {
    recordIds: [dealId, contactId, companyId].filter((id) => id !== undefined),
    entities: ["deal", "contact", "company"],
    except: ["deal.created", "contact.created", "company.created"],
  });
  const inside = { ...joining(ctx, tx), member: null };
  const gone: MadeRecords = {};
  if (dealId && !touched.has(dealId) && (await trashed(deleteDeal(inside, { dealId })))) gone.dealId = dealId;
  if (contactId && !touched.has(contactId) && !(await contactNeeded(tx, ctx, contactId))) {
    if (await trashed(trashRecord(inside, contactType, { id: contactId }))) gone.contactId = contactId;
  }
  if (companyId && !touched.has(companyId) && !(await companyNeeded(tx, ctx, companyId))) {
    if (await trashed(trashRecord(inside, companyType, { id: companyId }))) gone.companyId = companyId;
  }
  return gone;
}

function takeBackActivities(tx: Transaction, ctx: Context, before: Lead): Promise<string[]> | string[] {
  const only = before.made?.activityIds;
  const from = before.dealId ?? before.contactId ?? before.companyId;
  return only && from ? moveOpenActivities(tx, ctx, { from, to: before.id, only }) : [];
}

// Somebody may have thrown it away already.
async function trashed(work: Promise<void>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return false;
    throw error;
  }
}

async function contactNeeded(tx: Transaction, ctx: Context, id: string): Promise<boolean> {
  const deals = await tx.$count(
    deal,
    and(eq(deal.organizationId, ctx.organizationId), eq(deal.contactId, id), isNull(deal.deletedAt)),
  );
  const leads = await tx.$count(
    table,
    and(eq(table.organizationId, ctx.organizationId), eq(table.contactId, id), isNull(table.deletedAt)),
  );
  return deals + leads > 0;
}

async function companyNeeded(tx: Transaction, ctx: Context, id: string): Promise<boolean> {
  const mine = ctx.organizationId;
  const deals = await tx.$count(
    deal,
    and(eq(deal.organizationId, mine), eq(deal.companyId, id), isNull(deal.deletedAt)),
  );
  const people = await tx.$count(
    contact,
    and(eq(contact.organizationId, mine), eq(contact.companyId, id), isNull(contact.deletedAt)),
  );
  const leads = await tx.$count(
    table,
    and(eq(table.organizationId, mine), eq(table.companyId, id), isNull(table.deletedAt)),
  );
  return deals + people + leads > 0;
}

const parts = ["dealId", "contactId", "companyId"] as const;

function without(made: Made, gone: MadeRecords): MadeRecords {
  return Object.fromEntries(
    parts.flatMap((part) => (made[part] && !(part in gone) ? [[part, made[part]]] : [])),
  );
}
