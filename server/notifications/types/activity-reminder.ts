import { defineType, idsIn, textIn } from "../define-type";

/** An activity's time has come near. */
export const activityReminder = defineType({
  type: "activity_reminder",
  label: { en: "Reminders", ru: "Напоминания" },
  hint: { en: "Before an activity of yours", ru: "Перед вашими делами" },
  channel: "app",
  on: [{ event: "activity.remind_due" }],
  audience: ({ data }) => idsIn(data, "ownerId"),
  data: (_tx, _ctx, { data }) => ({ activity: textIn(data, "title"), dueAt: textIn(data, "dueAt") }),
  say: {
    en: ({ data }) => `Coming up: ${textIn(data, "activity")}`,
    ru: ({ data }) => `Скоро: ${textIn(data, "activity")}`,
  },
});
