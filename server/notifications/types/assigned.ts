import { entities } from "@/server/platform";
import { defineType } from "../define-type";

/** A record was given to the member. */
export const assigned = defineType({
  type: "assigned",
  label: { en: "New owner", ru: "Новый ответственный" },
  hint: { en: "A record is handed over to you", ru: "Вам передали карточку" },
  channel: "app",
  on: entities.map((entity) => ({
    event: `${entity}.updated`,
    if: "event.data.changes.ownerId.to != null",
  })),
  audience: (_, { ownerId }) => (ownerId ? [ownerId] : []),
  watch: "owner",
  say: {
    en: ({ by }) => `${by ?? "Pult"} made you the owner`,
    ru: ({ by }) => `Теперь ответственный — вы${by ? `. Назначил: ${by}` : ""}`,
  },
});
