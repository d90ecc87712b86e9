import { companiesNamed } from "@/server/crm/companies";
import { contactsReachedBy } from "@/server/crm/contacts";
import { contactPointsOf } from "@/server/crm/records";
import { type Context, inOrganization, joining } from "@/server/platform";
import type { ConversionOffer } from "./contract";
import { getLead } from "./queries";

/** Whom the lead may be already: people with one of its phones or emails, organisations of its name. @throws NOT_FOUND */
export async function offerConversion(
  ctx: Context,
  { leadId }: { leadId: string },
): Promise<ConversionOffer> {
  return inOrganization(ctx, async (tx) => {
    const inside = joining(ctx, tx);
    const lead = await getLead(inside, { leadId });
    const points = await contactPointsOf(tx, ctx, leadId);
    return {
      contacts: await contactsReachedBy(inside, points),
      companies: lead.companyName ? await companiesNamed(inside, lead.companyName) : [],
    };
  });
}
