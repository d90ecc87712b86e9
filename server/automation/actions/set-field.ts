import { z } from "zod";
import { updateDeal } from "@/server/crm/deals";
import { UpdateDeal } from "@/server/crm/deals/contract";
import { AppError, type Context, parseMoney } from "@/server/platform";
import { defineAction } from "../define-action";
import { optionalTemplate } from "../params";

const settable = [
  "title",
  "amountMinor",
  "closesAt",
  "ownerId",
  "contactId",
  "companyId",
  "sourceId",
] as const;
type Settable = (typeof settable)[number];

/** Writes one field of the deal; a blank value empties it. */
export const setField = defineAction({
  type: "field.set",
  label: { en: "Set a field", ru: "Изменить поле" },
  hint: { en: "Writes a value into a field of the deal", ru: "Записывает значение в поле сделки" },
  icon: "pencil-line",
  entities: ["deal"],
  effect: "database",
  told: "by verb",
  params: z.strictObject({
    field: z.enum(settable).meta({ label: { en: "Field", ru: "Поле" }, widget: "field" }),
    value: optionalTemplate(1_000, {
      label: { en: "Value", ru: "Значение" },
      hint: {
        en: "An amount as 1500.50, a date as 2026-12-31 or +7 days from now as +7",
        ru: "Сумма — 1500,50; дата — 2026-12-31 или «+7», то есть через семь дней",
      },
    }),
  }),
  async run({ ctx, params, record }) {
    const value = valueOf(ctx, params.field, params.value ?? "", record.deal.currency);
    const input = UpdateDeal.safeParse({ dealId: record.deal.id, changes: { [params.field]: value } });
    if (!input.success) throw new AppError("INVALID", { value: String(params.value) }, { field: "value" });
    await updateDeal(ctx, input.data);
    return { summary: params.value ?? "" };
  },
});

function valueOf(ctx: Context, field: Settable, text: string, currency: string): unknown {
  // An empty amount is zero; what is none is refused where the change is read.
  if (field === "amountMinor") return text.trim() === "" ? 0 : parseMoney(text, currency, ctx.language);
  if (text === "") return null;
  return field === "closesAt" ? dateOf(text, ctx.now()) : text;
}

function dateOf(text: string, now: Date): Date {
  const days = /^\+(\d{1,4})$/.exec(text)?.[1];
  return days === undefined ? new Date(text) : new Date(now.getTime() + Number(days) * 86_400_000);
}
