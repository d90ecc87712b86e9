import { defineType, idsIn, textIn } from "../define-type";

/** What somebody sent through a form could not be made a lead: without a person it is lost. */
export const formFailed = defineType({
  type: "form_failed",
  label: { en: "Form answers that made no lead", ru: "Заявки с форм, не ставшие лидами" },
  hint: {
    en: "Somebody filled a form in, and no lead could be made of it",
    ru: "Форму заполнили, но создать лид не получилось",
  },
  channel: "email",
  on: [{ event: "webform.submission_failed" }],
  audience: ({ data }) => idsIn(data, "ownerIds"),
  staff: { may: "forms.edit", page: "settings/forms" },
  data: (_tx, _ctx, { data }) => ({ name: textIn(data, "name"), from: textIn(data, "from") }),
  say: {
    en: ({ data }) => `No lead was made of an answer to “${textIn(data, "name")}”: ${textIn(data, "from")}`,
    ru: ({ data }) => `Заявка с формы «${textIn(data, "name")}» не стала лидом: ${textIn(data, "from")}`,
  },
});
