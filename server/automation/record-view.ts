import { getContact } from "@/server/crm/contacts";
import { dealFields, getDeal, readDealField } from "@/server/crm/deals";
import { type DealCard } from "@/server/crm/deals/contract";
import { findMember } from "@/server/identity";
import { liveStage } from "@/server/pipelines";
import { type Context, formatMoney, inOrganization, joining } from "@/server/platform";
import type { Json } from "./interpreter/definition";
import type { Facts } from "./interpreter/signal";

type Person = { id: string; name: string; email: string | null; phone: string | null };

/** A record with the people around it, as conditions, templates and actions see it. */
export type RecordView = {
  deal: DealCard;
  contact: Person | null;
  owner: Person | null;
  company: { name: string } | null;
  stage: { name: string } | null;
};

/** Reads the record as it is now, whole, whoever asks: a robot is not less able for the one who stopped it. @throws NOT_FOUND */
export async function viewRecord(ctx: Context, dealId: string): Promise<RecordView> {
  return inOrganization(ctx, async (tx) => {
    const inside = joining({ ...ctx, member: null }, tx);
    const deal = await getDeal(inside, { dealId });
    const contact = deal.contactId
      ? await getContact(inside, { contactId: deal.contactId }).catch(absent)
      : null;
    const owner = deal.ownerId ? await findMember(tx, ctx, deal.ownerId) : null;
    const stage = await liveStage(tx, ctx, deal.stageId).catch(absent);
    return {
      deal,
      contact,
      owner: owner && { ...owner, phone: null },
      company: deal.companyName === null ? null : { name: deal.companyName },
      stage: stage && { name: stage.name },
    };
  });
}

/** The record as plain JSON for conditions and dates; instants are ISO text. */
export function factsOf(view: RecordView): Facts {
  const { deal, contact, owner, company } = view;
  const fields = dealFields.map(({ key }) => [key, plain(readDealField(deal, key))] as const);
  return {
    ...Object.fromEntries(fields),
    currency: deal.currency,
    outcome: deal.outcome,
    createdAt: deal.createdAt.toISOString(),
    contact: contact && { name: contact.name, email: contact.email, phone: contact.phone },
    owner: owner && { name: owner.name, email: owner.email },
    company,
  };
}

/** The record as templates name it, in the organization's language: amounts and dates are ready to read. */
export function templateView(ctx: Context, view: RecordView): Record<string, Json> {
  const { deal, contact, owner, company, stage } = view;
  const date = (value: Date | null) =>
    value &&
    new Intl.DateTimeFormat(ctx.language, { dateStyle: "long", timeZone: ctx.timeZone }).format(value);
  return {
    deal: {
      id: deal.id,
      title: deal.title,
      amount: formatMoney(deal.amountMinor, deal.currency, ctx.language),
      amount_minor: deal.amountMinor,
      currency: deal.currency,
      closes_at: date(deal.closesAt),
      created_at: date(deal.createdAt),
      stage: stage?.name ?? null,
    },
    contact: person(contact),
    owner: person(owner),
    company,
    stage,
  };
}

function person(one: Person | null): Json {
  return one && { name: one.name, email: one.email, phone: one.phone };
}

function plain(value: unknown): Json {
  if (value instanceof Date) return value.toISOString();
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

// Somebody who was removed meanwhile is simply not there.
function absent(): null {
  return null;
}
