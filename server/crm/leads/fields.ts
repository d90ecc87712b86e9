import { lead } from "@/db/schema/crm-leads";
import { outcomeChoices } from "@/server/crm/staged";
import { declareEntity, defineFields, type Field } from "@/server/fields";
import { type Lead, type LeadKind, leadKinds } from "./contract";

const kindNames: Record<LeadKind, { en: string; ru: string }> = {
  real: { en: "Real", ru: "Настоящий" },
  duplicate: { en: "Duplicate", ru: "Дубль" },
  test: { en: "Test", ru: "Тест" },
  spam: { en: "Spam", ru: "Спам" },
};

export const leadFields: readonly Field[] = defineFields<Lead>("lead", {
  title: {
    type: "text",
    label: { en: "Title", ru: "Название" },
    column: lead.title,
    folded: lead.titleLower,
    editable: true,
  },
  name: { type: "text", label: { en: "Name", ru: "Имя" }, column: lead.name, editable: true },
  companyName: {
    type: "text",
    label: { en: "Company name", ru: "Название компании" },
    column: lead.companyName,
    editable: true,
  },
  phone: { type: "text", label: { en: "Phone", ru: "Телефон" }, column: lead.phone, editable: true },
  email: { type: "text", label: { en: "Email", ru: "Эл. почта" }, column: lead.email, editable: true },
  comment: {
    type: "text",
    label: { en: "Message", ru: "Сообщение" },
    column: lead.comment,
    editable: true,
    long: true,
  },
  kind: {
    type: "list",
    label: { en: "Kind", ru: "Вид" },
    column: lead.kind,
    options: leadKinds.map((id) => ({ id, name: id, label: kindNames[id] })),
  },
  amountMinor: {
    type: "money",
    label: { en: "Amount", ru: "Сумма" },
    column: lead.amountMinor,
    editable: true,
  },
  currency: { type: "text", label: { en: "Currency", ru: "Валюта" }, column: lead.currency, editable: true },
  ownerId: {
    type: "member",
    label: { en: "Owner", ru: "Ответственный" },
    column: lead.ownerId,
    editable: true,
  },
  sourceId: {
    type: "source",
    label: { en: "Source", ru: "Источник" },
    column: lead.sourceId,
    editable: true,
  },
  utmSource: {
    type: "text",
    label: { en: "UTM source", ru: "UTM: источник" },
    column: lead.utmSource,
    editable: true,
  },
  utmMedium: {
    type: "text",
    label: { en: "UTM medium", ru: "UTM: канал" },
    column: lead.utmMedium,
    editable: true,
  },
  utmCampaign: {
    type: "text",
    label: { en: "UTM campaign", ru: "UTM: кампания" },
    column: lead.utmCampaign,
    editable: true,
  },
  utmContent: {
    type: "text",
    label: { en: "UTM content", ru: "UTM: объявление" },
    column: lead.utmContent,
    editable: true,
  },
  utmTerm: {
    type: "text",
    label: { en: "UTM term", ru: "UTM: ключевое слово" },
    column: lead.utmTerm,
    editable: true,
  },
  page: { type: "text", label: { en: "Page", ru: "Страница" }, column: lead.page, editable: true },
  referrer: {
    type: "text",
    label: { en: "Came from", ru: "Откуда пришёл" },
    column: lead.referrer,
    editable: true,
  },
  stageId: { type: "stage", label: { en: "Stage", ru: "Стадия" }, column: lead.stageId },
  pipelineId: { type: "pipeline", label: { en: "Pipeline", ru: "Воронка" }, column: lead.pipelineId },
  outcome: {
    type: "list",
    label: { en: "Outcome", ru: "Итог стадии" },
    column: lead.outcome,
    options: outcomeChoices,
  },
  lossReasonId: {
    type: "loss_reason",
    label: { en: "Loss reason", ru: "Причина отказа" },
    column: lead.lossReasonId,
  },
  contactId: {
    type: "link",
    linksTo: "contact",
    label: { en: "Contact", ru: "Контакт" },
    column: lead.contactId,
  },
  companyId: {
    type: "link",
    linksTo: "company",
    label: { en: "Company", ru: "Компания" },
    column: lead.companyId,
  },
  dealId: { type: "link", linksTo: "deal", label: { en: "Deal", ru: "Сделка" }, column: lead.dealId },
  convertedAt: {
    type: "datetime",
    label: { en: "Converted", ru: "Конвертирован" },
    column: lead.convertedAt,
  },
  stageEnteredAt: {
    type: "datetime",
    label: { en: "On the stage since", ru: "На стадии с" },
    column: lead.stageEnteredAt,
  },
  closedAt: { type: "datetime", label: { en: "Closed", ru: "Закрыт" }, column: lead.closedAt },
  createdAt: { type: "datetime", label: { en: "Created", ru: "Создан" }, column: lead.createdAt },
  updatedAt: { type: "datetime", label: { en: "Changed", ru: "Изменён" }, column: lead.updatedAt },
});

declareEntity({ entity: "lead", table: lead, fields: leadFields });
