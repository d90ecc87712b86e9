import type { ConversionOffer, ConvertLead, LeadCard } from "@/server/crm/leads/contract";

/** Whom a lead becomes: somebody known by their id, somebody new, or nobody. */
export type Choice = { as: "known"; id: string } | { as: "new"; name: string } | { as: "none" };

export type ConversionDraft = {
  deal: { wanted: boolean; pipelineId: string; title: string; amountMinor: number };
  contact: Choice;
  company: Choice;
};

/** What is proposed: whoever is known by phone or email, else new records for what the lead names. */
export function proposed(lead: LeadCard, offer: ConversionOffer, pipelineId: string): ConversionDraft {
  const [person] = offer.contacts;
  const name = lead.name ?? lead.phone ?? lead.email;
  return {
    deal: { wanted: pipelineId !== "", pipelineId, title: lead.title, amountMinor: lead.amountMinor },
    contact: person ? { as: "known", id: person.id } : name ? { as: "new", name } : { as: "none" },
    company: proposedCompany(lead, offer, person?.companyId ?? null),
  };
}

/** The organisation that goes with a person: their own, one of the lead's name, a new one, or none. */
export function proposedCompany(lead: LeadCard, offer: ConversionOffer, ownId: string | null): Choice {
  const known = ownId ?? offer.companies[0]?.id;
  if (known) return { as: "known", id: known };
  return lead.companyName ? { as: "new", name: lead.companyName } : { as: "none" };
}

/** Organisations to choose from: those of the lead's name, and those of the people found. */
export function companiesIn(offer: ConversionOffer): { id: string; name: string }[] {
  const theirs = offer.contacts.flatMap(({ companyId, companyName }) =>
    companyId && companyName ? [{ id: companyId, name: companyName }] : [],
  );
  return [...new Map([...offer.companies, ...theirs].map((one) => [one.id, one])).values()];
}

/** The draft as it is sent. */
export function conversionOf(lead: LeadCard, { deal, contact, company }: ConversionDraft): ConvertLead {
  const { wanted, ...wish } = deal;
  return {
    // Without a version: a robot that planned something meanwhile is no reason to refuse.
    leadId: lead.id,
    deal: wanted ? wish : null,
    contact: part(contact, (contactId) => ({ contactId })),
    company: part(company, (companyId) => ({ companyId })),
  };
}

function part<Known>(choice: Choice, known: (id: string) => Known): Known | { name: string } | null {
  if (choice.as === "none") return null;
  return choice.as === "known" ? known(choice.id) : { name: choice.name.trim() };
}

/** Is something asked for, and does everything new have a name? */
export function isReady({ deal, contact, company }: ConversionDraft): boolean {
  const named = [contact, company].every((choice) => choice.as !== "new" || choice.name.trim() !== "");
  const something = deal.wanted || contact.as !== "none" || company.as !== "none";
  return named && something && (!deal.wanted || deal.title.trim() !== "");
}
