import { defineType, textIn } from "../define-type";

/** A webhook was switched off: its address failed for days, or said it is gone. */
export const webhookDisabled = defineType({
  type: "webhook_disabled",
  label: { en: "Webhooks switched off", ru: "Отключённые вебхуки" },
  hint: {
    en: "An address that answers with errors for days is written to no more",
    ru: "Адрес несколько дней отвечал ошибками, и события туда больше не уходят",
  },
  channel: "app",
  on: [{ event: "webhook.disabled" }],
  audience: () => [],
  staff: { may: "integrations.edit", page: "settings/webhooks" },
  data: (_tx, _ctx, { data }) => ({ url: textIn(data, "url") }),
  say: {
    en: ({ data }) => `The webhook ${textIn(data, "url")} is switched off: its address keeps failing`,
    ru: ({ data }) => `Вебхук ${textIn(data, "url")} отключён: адрес отвечает ошибками`,
  },
});
