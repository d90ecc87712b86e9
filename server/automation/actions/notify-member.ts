import { z } from "zod";
import { notifyMember as notify } from "@/server/notifications";
import { AppError } from "@/server/platform";
import { defineAction } from "../define-action";
import { memberOrOwner, template } from "../params";

/** Tells a member something in the app. */
export const notifyMember = defineAction({
  type: "member.notify",
  label: { en: "Notify a member", ru: "Уведомить сотрудника" },
  hint: {
    en: "A notice in the app, with a link to the deal",
    ru: "Уведомление в системе со ссылкой на сделку",
  },
  icon: "bell",
  entities: ["deal"],
  effect: "database",
  told: "by robot",
  params: z.strictObject({
    memberId: memberOrOwner({
      label: { en: "Whom", ru: "Кого" },
      hint: { en: "Empty: the deal's owner", ru: "Пусто — ответственного за сделку" },
    }),
    text: template(500, {
      label: { en: "Text", ru: "Текст" },
      placeholder: { en: "{{ deal.title }} waits for you", ru: "{{ deal.title }} ждёт вас" },
    }),
  }),
  async run({ ctx, params, record }) {
    const memberId = params.memberId ?? record.deal.ownerId;
    if (!memberId) throw new AppError("MEMBER_NOT_FOUND", {}, { field: "memberId" });
    await notify(ctx, {
      memberId,
      type: "robot",
      data: { text: params.text, dealTitle: record.deal.title },
      about: { entity: "deal", recordId: record.deal.id },
    });
    return { summary: params.text.slice(0, 200) };
  },
});
