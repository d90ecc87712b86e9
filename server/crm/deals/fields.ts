import { deal } from "@/db/schema/crm";
import { outcomeChoices } from "@/server/crm/staged";
import { declareEntity, defineFields, type Field } from "@/server/fields";
import type { Deal } from "./contract";

export const dealFields: readonly Field[] = defineFields<Deal>("deal", {
  title: {
    type: "text",
    label: { en: "Title", ru: "Название" },
    column: deal.title,
    folded: deal.titleLower,
    editable: true,
  },
  amountMinor: {
    type: "money",
    label: { en: "Amount", ru: "Сумма" },
    column: deal.amountMinor,
    editable: true,
  },
  contactId: {
    type: "link",
    linksTo: "contact",
    label: { en: "Contact", ru: "Контакт" },
    column: deal.contactId,
    editable: true,
  },
  companyId: {
    type: "link",
    linksTo: "company",
    label: { en: "Company", ru: "Компания" },
    column: deal.companyId,
    editable: true,
  },
  ownerId: {
    type: "member",
    label: { en: "Owner", ru: "Ответственный" },
    column: deal.ownerId,
    editable: true,
  },
  sourceId: {
    type: "source",
    label: { en: "Source", ru: "Источник" },
    column: deal.sourceId,
    editable: true,
  },
  closesAt: {
    type: "date",
    label: { en: "Close date", ru: "Дата закрытия" },
    column: deal.closesAt,
    editable: true,
  },
  stageId: {
    type: "stage",
    label: { en: "Stage", ru: "Стадия" },
    column: deal.stageId,
  },
  lossReasonId: {
    type: "loss_reason",
    label: { en: "Loss reason", ru: "Причина отказа" },
    column: deal.lossReasonId,
  },
  pipelineId: {
    type: "pipeline",
    label: { en: "Pipeline", ru: "Воронка" },
    column: deal.pipelineId,
  },
  outcome: {
    type: "list",
    label: { en: "Outcome", ru: "Итог стадии" },
    column: deal.outcome,
    options: outcomeChoices,
  },
  currency: {
    type: "text",
    label: { en: "Currency", ru: "Валюта" },
    column: deal.currency,
    editable: true,
  },
  stageEnteredAt: {
    type: "datetime",
    label: { en: "On the stage since", ru: "На стадии с" },
    column: deal.stageEnteredAt,
  },
  closedAt: {
    type: "datetime",
    label: { en: "Closed", ru: "Закрыта" },
    column: deal.closedAt,
  },
  createdAt: {
    type: "datetime",
    label: { en: "Created", ru: "Создана" },
    column: deal.createdAt,
  },
  updatedAt: {
    type: "datetime",
    label: { en: "Changed", ru: "Изменена" },
    column: deal.updatedAt,
  },
});

declareEntity({ entity: "deal", table: deal, fields: dealFields });
