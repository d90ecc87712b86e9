import { defineType, idsIn, newValueOf, textIn } from "../define-type";

/** Somebody else planned an activity for the member, or gave them one. What a robot plans stands in the agenda, and rings there. */
export const activityAssigned = defineType({
  type: "activity_assigned",
  label: { en: "Activities for you", ru: "Новые дела" },
  hint: { en: "Somebody plans an activity for you", ru: "Вам назначили дело" },
  channel: "app",
  on: [
    {
      event: "activity.created",
      if: "event.data.actor.type == 'member' && event.data.ownerId != null && event.data.ownerId != event.data.actor.id && event.data.done == null",
    },
    { event: "activity.changed", if: "event.data.changes.ownerId.to != null" },
  ],
  audience({ name, data }) {
    if (name === "activity.created") return data.done === true ? [] : idsIn(data, "ownerId");
    return [newValueOf(data, "ownerId")].filter((id) => typeof id === "string");
  },
  data: (_tx, _ctx, { data }) => ({ activity: textIn(data, "title") }),
  say: {
    en: ({ by, data }) => `${by ?? "Pult"} planned for you: ${textIn(data, "activity")}`,
    ru: ({ by, data }) => `Новое дело: ${textIn(data, "activity")}${by ? `. От: ${by}` : ""}`,
  },
});
