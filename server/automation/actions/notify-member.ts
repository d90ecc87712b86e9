import { z } from "zod";
import { notifyMember as notify } from "@/server/notifications";
import { AppError, automatedEntities } from "@/server/platform";
import { defineAction } from "../define-action";
import { memberOrOwner, template } from "../params";

/** Tells a member something in the app. */
export const notifyMember = defineAction({
  type: "member.notify",
  label: { en: "Notify a member", ru: "Уведомить сотрудника" },
  hint: {
    en: "A notice in the app, with a link to the record",
    ru: "Уведомление в системе со ссылкой на запись",
  },
  icon: "bell",
  entities: automatedEntities,
  effect: "database",
  told: "by robot",
  params: z.strictObject({
    memberId: memberOrOwner({
      label: { en: "Whom", ru: "Кого" },
      hint: { en: "Empty: the owner", ru: "Пусто — ответственного" },
    }),
    text: template(500, {
      label: { en: "Text", ru: "Текст" },
      placeholder: { en: "{{ record.title }} waits for you", ru: "{{ record.title }} ждёт вас" },
    }),
  }),
  async run({ ctx, params, record }) {
    const memberId = params.memberId ?? record.ownerId;
    if (!memberId) throw new AppError("MEMBER_NOT_FOUND", {}, { field: "memberId" });
    await notify(ctx, {
      memberId,
      type: "robot",
      data: { text: params.text, title: record.title },
      about: { entity: record.entity, recordId: record.id },
    });
    return { summary: params.text.slice(0, 200) };
  },
});
