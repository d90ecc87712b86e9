import { z } from "zod";
import { createActivity as createInCrm } from "@/server/crm/activities";
import { automatedEntities } from "@/server/platform";
import { defineAction } from "../define-action";
import { choice, duration, memberOrOwner, optionalTemplate, template } from "../params";

/** Plans an activity about the record, due some time after the robot acts. */
export const createActivity = defineAction({
  type: "activity.create",
  label: { en: "Plan an activity", ru: "Запланировать дело" },
  hint: { en: "A call, a meeting or a to-do for somebody", ru: "Звонок, встреча или дело для сотрудника" },
  icon: "list-checks",
  entities: automatedEntities,
  effect: "database",
  told: "by verb",
  params: z.strictObject({
    kind: choice(
      ["todo", "call", "meeting", "email"],
      {
        todo: { en: "To-do", ru: "Дело" },
        call: { en: "Call", ru: "Звонок" },
        meeting: { en: "Meeting", ru: "Встреча" },
        email: { en: "Email", ru: "Письмо" },
      },
      { label: { en: "Kind", ru: "Вид" } },
    ),
    title: template(300, {
      label: { en: "Title", ru: "Название" },
      placeholder: { en: "Call {{ contact.name }}", ru: "Позвонить: {{ contact.name }}" },
    }),
    description: optionalTemplate(5_000, { label: { en: "Details", ru: "Подробности" } }),
    dueInMinutes: duration({ label: { en: "Due in", ru: "Срок через" } }),
    memberId: memberOrOwner({
      label: { en: "For whom", ru: "Кому" },
      hint: { en: "Empty: the owner", ru: "Пусто — ответственному" },
    }),
  }),
  async run({ ctx, params, record }) {
    const dueAt =
      params.dueInMinutes === undefined ? null : new Date(ctx.now().getTime() + params.dueInMinutes * 60_000);
    const created = await createInCrm(ctx, {
      recordId: record.id,
      kind: params.kind,
      title: params.title.slice(0, 300),
      description: params.description,
      dueAt,
      ownerId: params.memberId ?? record.ownerId,
    });
    return { result: { id: created.id }, summary: created.title };
  },
});
