import { defineType, idsIn } from "../define-type";
import { quoteOf } from "../quote";

/** A colleague named the member in a comment. */
export const mention = defineType({
  type: "mention",
  label: { en: "Mentions", ru: "Упоминания" },
  hint: { en: "Somebody names you in a comment", ru: "Вас упомянули в комментарии" },
  channel: "digest",
  on: [
    { event: "comment.added", if: "size(event.data.mentions) > 0" },
    { event: "comment.edited", if: "size(event.data.mentions) > 0" },
  ],
  audience: ({ data }) => idsIn(data, "mentions"),
  data: quoteOf,
  say: {
    en: ({ by }) => `${by ?? "Somebody"} mentioned you`,
    ru: ({ by }) => `${by ?? "Кто-то"} упоминает вас`,
  },
});
