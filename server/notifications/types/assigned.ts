import { entities } from "@/server/platform";
import { defineType, idsIn, newValueOf } from "../define-type";

/** A record was given to the member, or made for them. An import tells nobody: it would be once a row. */
export const assigned = defineType({
  type: "assigned",
  label: { en: "New owner", ru: "Новый ответственный" },
  hint: { en: "A record is handed over or made for you", ru: "Вам передали карточку или создали её для вас" },
  channel: "app",
  on: entities.flatMap((entity) => [
    {
      event: `${entity}.updated`,
      if: "event.data.changes.ownerId.to != null && event.data.actor.file == null",
    },
    {
      event: `${entity}.created`,
      if: "event.data.ownerId != null && event.data.ownerId != event.data.actor.id",
    },
  ]),
  audience({ data, actor }, { ownerId }) {
    if (!ownerId || ("file" in actor && actor.file)) return [];
    if (newValueOf(data, "ownerId")) return [ownerId];
    // Whoever makes a record of their own needs not watch it besides.
    return idsIn(data, "ownerId").filter((id) => id === ownerId && id !== actor.id);
  },
  watch: "owner",
  data: (_tx, _ctx, { name }) => ({ made: name.endsWith(".created") }),
  say: {
    en: ({ by, data }) =>
      data.made === true
        ? `New, and yours${by ? `. Made by ${by}` : ""}`
        : `${by ?? "Pult"} made you the owner`,
    ru: ({ by, data }) =>
      data.made === true
        ? `Новая карточка, ответственный — вы${by ? `. От: ${by}` : ""}`
        : `Теперь ответственный — вы${by ? `. Назначил: ${by}` : ""}`,
  },
});
