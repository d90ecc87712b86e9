import { createLead } from "@/server/crm/leads";
import type { Context } from "@/server/platform";
import type { Form, Origin } from "./contract";
import type { Understood } from "./read-answer";

export type Answer = { form: Form; understood: Understood; origin: Origin; ownerId: string | null };

/** Makes a lead of an answer. Joins the transaction of its context. @throws INVALID, STAGE_GONE, PIPELINE_GONE */
export async function makeRecord(
  ctx: Context,
  { form, understood: { standard, custom }, origin, ownerId }: Answer,
): Promise<{ entity: "lead"; id: string }> {
  const { name, phone, email, companyName, comment } = standard;
  const who = name ?? companyName ?? phone ?? email;
  const { utm_source, utm_medium, utm_campaign, utm_content, utm_term } = origin.utm;
  const { id } = await createLead(ctx, {
    ...{
      title: who ? `${form.name}: ${who}`.slice(0, 300).toWellFormed() : form.name,
      name,
      companyName,
      comment,
    },
    phones: phone ? [phone] : [],
    emails: email ? [email] : [],
    ...{ ownerId, sourceId: form.sourceId, page: origin.landing, referrer: origin.referrer, custom },
    utm: {
      ...{ source: utm_source, medium: utm_medium, campaign: utm_campaign },
      ...{ content: utm_content, term: utm_term },
    },
  });
  return { entity: "lead", id };
}
