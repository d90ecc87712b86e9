import { createActivity } from "@/server/crm/activities";
import { createContact } from "@/server/crm/contacts";
import { createDeal } from "@/server/crm/deals";
import { listPipelines } from "@/server/pipelines";
import { AppError, type Context } from "@/server/platform";
import type { Form, Origin } from "./contract";
import type { Understood } from "./read-answer";

export type Answer = { form: Form; understood: Understood; origin: Origin; ownerId: string | null };

/** Makes of an answer what the sales team works with. Joins the transaction of its context. @throws INVALID, PIPELINE_GONE */
export async function makeRecord(
  ctx: Context,
  { form, understood: { standard, custom }, origin, ownerId }: Answer,
): Promise<{ entity: "deal"; id: string }> {
  const stage = (await listPipelines(ctx))[0]?.stages.find((one) => one.outcome === "open");
  if (!stage) throw new AppError("PIPELINE_GONE");
  const { name, phone, email, companyName, comment } = standard;
  const who = name ?? companyName ?? phone ?? email ?? form.name;
  const contact = await createContact(ctx, {
    ...{ name: name ?? phone ?? email ?? who, phone: phone ?? null, email: email ?? null },
    ownerId,
  });
  const deal = await createDeal(ctx, {
    title: `${form.name}: ${who}`.slice(0, 300),
    ...{ stageId: stage.id, contactId: contact.id, ownerId, sourceId: form.sourceId },
    custom,
  });
  const told = [
    companyName,
    comment,
    ...Object.entries(origin.utm).map(([key, value]) => `${key}: ${value}`),
  ];
  const note = told.filter(Boolean).join("\n");
  if (note) {
    await createActivity(ctx, {
      ...{
        recordId: deal.id,
        kind: "note",
        title: form.name.slice(0, 300),
        description: note.slice(0, 10_000),
      },
    });
  }
  return { entity: "deal", id: deal.id };
}
