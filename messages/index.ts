import activitiesEn from "./en/activities.json";
import authEn from "./en/auth.json";
import automationEn from "./en/automation.json";
import boardEn from "./en/board.json";
import dealEn from "./en/deal.json";
import errorsEn from "./en/errors.json";
import fieldsEn from "./en/fields.json";
import filesEn from "./en/files.json";
import filterEn from "./en/filter.json";
import integrationsEn from "./en/integrations.json";
import invoicesEn from "./en/invoices.json";
import leadEn from "./en/lead.json";
import listsEn from "./en/lists.json";
import notificationsEn from "./en/notifications.json";
import opsEn from "./en/ops.json";
import productsEn from "./en/products.json";
import recordEn from "./en/record.json";
import recordsEn from "./en/records.json";
import robotsEn from "./en/robots.json";
import settingsEn from "./en/settings.json";
import shellEn from "./en/shell.json";
import siteEn from "./en/site.json";
import transferEn from "./en/transfer.json";
import uiEn from "./en/ui.json";
import activitiesRu from "./ru/activities.json";
import authRu from "./ru/auth.json";
import automationRu from "./ru/automation.json";
import boardRu from "./ru/board.json";
import dealRu from "./ru/deal.json";
import errorsRu from "./ru/errors.json";
import fieldsRu from "./ru/fields.json";
import filesRu from "./ru/files.json";
import filterRu from "./ru/filter.json";
import integrationsRu from "./ru/integrations.json";
import invoicesRu from "./ru/invoices.json";
import leadRu from "./ru/lead.json";
import listsRu from "./ru/lists.json";
import notificationsRu from "./ru/notifications.json";
import opsRu from "./ru/ops.json";
import productsRu from "./ru/products.json";
import recordRu from "./ru/record.json";
import recordsRu from "./ru/records.json";
import robotsRu from "./ru/robots.json";
import settingsRu from "./ru/settings.json";
import shellRu from "./ru/shell.json";
import siteRu from "./ru/site.json";
import transferRu from "./ru/transfer.json";
import uiRu from "./ru/ui.json";

export type Language = "en" | "ru";

const en = {
  activities: activitiesEn,
  auth: authEn,
  automation: automationEn,
  board: boardEn,
  deal: dealEn,
  errors: errorsEn,
  fields: fieldsEn,
  files: filesEn,
  integrations: integrationsEn,
  filter: filterEn,
  lead: leadEn,
  ops: opsEn,
  records: recordsEn,
  invoices: invoicesEn,
  lists: listsEn,
  products: productsEn,
  notifications: notificationsEn,
  record: recordEn,
  robots: robotsEn,
  settings: settingsEn,
  shell: shellEn,
  site: siteEn,
  transfer: transferEn,
  ui: uiEn,
};

/** English is the measure: a key missing in Russian does not compile. */
export type Messages = typeof en;

const ru: Messages = {
  activities: activitiesRu,
  auth: authRu,
  automation: automationRu,
  board: boardRu,
  deal: dealRu,
  errors: errorsRu,
  fields: fieldsRu,
  files: filesRu,
  integrations: integrationsRu,
  filter: filterRu,
  lead: leadRu,
  ops: opsRu,
  records: recordsRu,
  invoices: invoicesRu,
  lists: listsRu,
  products: productsRu,
  notifications: notificationsRu,
  record: recordRu,
  robots: robotsRu,
  settings: settingsRu,
  shell: shellRu,
  site: siteRu,
  transfer: transferRu,
  ui: uiRu,
};

/** Every text of the interface in a language. */
export function messagesOf(language: Language): Messages {
  return language === "ru" ? ru : en;
}
