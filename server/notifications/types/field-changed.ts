import { catalog } from "@/server/fields";
import { entities, type Language } from "@/server/platform";
import { defineType, followers, newValueOf } from "../define-type";

type Label = Record<Language, string>;

/**
 * A colleague changed fields of a record one owns or watches; what the same one changes within the hour is one notice.
 * Robots and imports are passed over, as they would drown the rest.
 */
export const fieldChanged = defineType({
  type: "field_changed",
  label: { en: "Changed fields", ru: "Изменения полей" },
  hint: {
    en: "A colleague changes a record you own or watch",
    ru: "Коллега меняет карточку, за которую вы отвечаете или наблюдаете",
  },
  channel: "app",
  on: entities.map((entity) => ({
    event: `${entity}.updated`,
    if: 'event.data.actor.type == "member" && event.data.actor.file == null',
  })),
  audience({ actor, data }, setting) {
    if (actor.type !== "member" || actor.file) return [];
    // The new owner is told of that alone.
    const owner = newValueOf(data, "ownerId");
    return followers(setting).filter((id) => id !== owner);
  },
  async data(tx, ctx, { entity, data }) {
    const keys = Object.keys(changesIn(data));
    const fields = await catalog(ctx, tx, entity);
    const labels = keys.flatMap((key) => fields.find((field) => field.key === key)?.label ?? []);
    return { fields: labels.map(({ en, ru }) => ({ en, ru })) };
  },
  fold(before, next) {
    const known = labelsIn(before);
    const more = labelsIn(next).filter(({ en }) => !known.some((one) => one.en === en));
    return { fields: [...known, ...more] };
  },
  say: {
    en: ({ by, data }) => `${by ?? "A colleague"} changed: ${wordsOf(data, "en")}`,
    ru: ({ by, data }) => `Изменено: ${wordsOf(data, "ru")}${by ? `. Автор: ${by}` : ""}`,
  },
});

const most = 6;

function wordsOf(data: Record<string, unknown>, language: Language): string {
  const labels = labelsIn(data).map((label) => label[language]);
  if (labels.length === 0) return "…";
  return labels.length > most ? `${labels.slice(0, most).join(", ")}…` : labels.join(", ");
}

function changesIn({ changes }: Record<string, unknown>): object {
  return typeof changes === "object" && changes !== null ? changes : {};
}

// Written by `data` above, read back from the notice.
function labelsIn({ fields }: Record<string, unknown>): Label[] {
  return Array.isArray(fields) ? (fields as Label[]) : [];
}
