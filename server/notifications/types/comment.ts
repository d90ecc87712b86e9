import { defineType, followers, idsIn } from "../define-type";
import { quoteOf } from "../quote";

/** A comment on a record one owns or watches. */
export const comment = defineType({
  type: "comment",
  label: { en: "Comments", ru: "Комментарии" },
  hint: { en: "On records you own or watch", ru: "В карточках, за которые вы отвечаете или наблюдаете" },
  channel: "app",
  on: [{ event: "comment.added" }],
  audience({ data }, setting) {
    const mentioned = idsIn(data, "mentions");
    return followers(setting).filter((id) => !mentioned.includes(id));
  },
  data: quoteOf,
  say: {
    en: ({ by }) => `New comment from ${by ?? "a colleague"}`,
    ru: ({ by }) => `Новый комментарий: ${by ?? "коллега"}`,
  },
});
