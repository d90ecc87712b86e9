import { z } from "zod";
import { moveRecord } from "@/server/crm/registry";
import { AppError } from "@/server/platform";
import { defineAction } from "../define-action";
import { destination } from "../params";
import { valueOn } from "../record/read";

/**
 * Moves the deal an invoice belongs to, by the same rules as a person. One that stands on the stage already stays where
 * it is there.
 */
export const moveDeal = defineAction({
  type: "record.move_deal",
  label: { en: "Move the deal to a stage", ru: "Передвинуть сделку на стадию" },
  hint: { en: "The deal this invoice belongs to", ru: "Сделку, к которой относится счёт" },
  icon: "arrow-right-left",
  entities: ["invoice"],
  effect: "database",
  told: "by robot",
  params: z.strictObject(destination()),
  async run({ ctx, params, record }) {
    const { deal } = record;
    const id = valueOn(record.fields, record.row, "dealId");
    if (!deal || typeof id !== "string") throw new AppError("DEAL_MISSING");
    const summary = String(valueOn(deal.fields, deal.row, "title"));
    if (valueOn(deal.fields, deal.row, "stageId") === params.stageId) return { summary };
    const moved = await moveRecord(ctx, { entity: "deal", id, ...params });
    return { result: { stageId: moved.stageId }, summary };
  },
});
