import { defineType, idsIn, textIn } from "../define-type";

/** An activity's time has passed, and it is not done. */
export const activityOverdue = defineType({
  type: "activity_overdue",
  label: { en: "Overdue activities", ru: "Просроченные дела" },
  hint: { en: "An activity of yours is late", ru: "Ваше дело просрочено" },
  channel: "digest",
  on: [{ event: "activity.overdue" }],
  audience: ({ data }) => idsIn(data, "ownerId"),
  data: (_tx, _ctx, { data }) => ({ activity: textIn(data, "title"), dueAt: textIn(data, "dueAt") }),
  say: {
    en: ({ data }) => `Overdue: ${textIn(data, "activity")}`,
    ru: ({ data }) => `Просрочено: ${textIn(data, "activity")}`,
  },
});
