import { z } from "zod";
import { moveDeal as move } from "@/server/crm/deals";
import { defineAction } from "../define-action";

/** Moves the deal to another stage, by the same rules as a person; this ends the chain the robot is in. */
export const moveDeal = defineAction({
  type: "deal.move",
  label: { en: "Move the deal", ru: "Передвинуть сделку" },
  hint: { en: "To another stage", ru: "На другую стадию" },
  icon: "arrow-right-left",
  entities: ["deal"],
  effect: "database",
  told: "by verb",
  params: z.strictObject({
    stageId: z.uuid().meta({ label: { en: "Stage", ru: "Стадия" }, widget: "stage" }),
    lossReasonId: z
      .uuid()
      .nullish()
      .meta({
        label: { en: "Loss reason", ru: "Причина отказа" },
        hint: { en: "For a lost stage", ru: "Для стадии отказа" },
        widget: "lossReason",
      }),
  }),
  async run({ ctx, params, record }) {
    const moved = await move(ctx, { dealId: record.deal.id, ...params });
    return { result: { stageId: moved.stageId } };
  },
});
