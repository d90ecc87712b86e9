import { createCompany } from "@/server/crm/companies";
import { createContact } from "@/server/crm/contacts";
import { createDeal } from "@/server/crm/deals";
import { createLead } from "@/server/crm/leads";
import { removeSampleRecords } from "@/server/crm/samples";
import { authorize, type Context, currencyDigits, inOrganization, joining } from "@/server/platform";
import type { Both, IndustryTemplate, LeadTemplate } from "./template";

const isSample = { isSample: true };

/** Adds the template's deals with their people; their stages' robots run on them as on any other. */
export async function addSamples(
  ctx: Context,
  template: IndustryTemplate,
  laidOut: { stageIds: string[]; sourceIds: string[] },
  say: (text: Both) => string,
): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const here = joining(ctx, tx);
    for (const [n, sample] of template.samples.entries()) {
      const stageId = laidOut.stageIds[sample.stage];
      if (!stageId) continue;
      const company = sample.company
        ? await createCompany(here, { name: say(sample.company) }, isSample)
        : null;
      const contact = await createContact(
        here,
        // example.com is reserved: a robot's letter to a sample reaches nobody.
        {
          name: say(sample.contact),
          email: `client${n + 1}@example.com`,
          phone: null,
          companyId: company?.id ?? null,
        },
        isSample,
      );
      await createDeal(
        here,
        {
          title: say(sample.title),
          stageId,
          amountMinor: sample.amount * 10 ** currencyDigits(ctx.currency),
          contactId: contact.id,
          companyId: company?.id ?? null,
          sourceId: laidOut.sourceIds[sample.source] ?? null,
        },
        isSample,
      );
    }
  });
}

/** Adds enquiries that are still to be qualified. */
export async function addSampleLeads(
  ctx: Context,
  template: LeadTemplate,
  laidOut: { stageIds: string[]; sourceIds: string[] },
  say: (text: Both) => string,
): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const here = joining(ctx, tx);
    for (const [n, sample] of template.samples.entries()) {
      await createLead(
        here,
        {
          title: say(sample.title),
          name: say(sample.name),
          companyName: sample.company && say(sample.company),
          comment: sample.comment && say(sample.comment),
          emails: [`lead${n + 1}@example.com`],
          stageId: laidOut.stageIds[sample.stage],
          sourceId: laidOut.sourceIds[sample.source] ?? null,
          ...(sample.campaign && { utm: { source: "google", medium: "cpc", campaign: sample.campaign } }),
        },
        isSample,
      );
    }
  });
}

/** Takes every sample record out at once, with all that robots did on them; own records stay. */
export async function removeSamples(ctx: Context): Promise<{ deals: number }> {
  authorize(ctx, "organization.edit");
  return removeSampleRecords(ctx);
}
