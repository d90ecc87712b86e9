import { sql } from "drizzle-orm";
import { deal } from "@/db/schema/crm";
import { defineFields } from "@/server/fields";
import type { Deal } from "./contract";

export const dealFields = defineFields<Deal>({
  title: {
    type: "text",
    label: { en: "Title", ru: "Название" },
    sql: sql`${deal.title}`,
    read: (d) => d.title,
    editable: true,
  },
  amountMinor: {
    type: "money",
    label: { en: "Amount", ru: "Сумма" },
    sql: sql`${deal.amountMinor}`,
    read: (d) => d.amountMinor,
    editable: true,
  },
  contactId: {
    type: "contact",
    label: { en: "Contact", ru: "Контакт" },
    sql: sql`${deal.contactId}`,
    read: (d) => d.contactId,
    editable: true,
  },
  companyId: {
    type: "company",
    label: { en: "Company", ru: "Компания" },
    sql: sql`${deal.companyId}`,
    read: (d) => d.companyId,
    editable: true,
  },
  ownerId: {
    type: "member",
    label: { en: "Owner", ru: "Ответственный" },
    sql: sql`${deal.ownerId}`,
    read: (d) => d.ownerId,
    editable: true,
  },
  sourceId: {
    type: "source",
    label: { en: "Source", ru: "Источник" },
    sql: sql`${deal.sourceId}`,
    read: (d) => d.sourceId,
    editable: true,
  },
  closesAt: {
    type: "date",
    label: { en: "Close date", ru: "Дата закрытия" },
    sql: sql`${deal.closesAt}`,
    read: (d) => d.closesAt,
    editable: true,
  },
  stageId: {
    type: "stage",
    label: { en: "Stage", ru: "Стадия" },
    sql: sql`${deal.stageId}`,
    read: (d) => d.stageId,
    editable: false,
  },
  lossReasonId: {
    type: "loss_reason",
    label: { en: "Loss reason", ru: "Причина отказа" },
    sql: sql`${deal.lossReasonId}`,
    read: (d) => d.lossReasonId,
    editable: false,
  },
});

/** The SQL behind each filterable field of a deal. */
export const dealColumns = Object.fromEntries(dealFields.map((field) => [field.key, field.sql]));

/** A field's value on a deal, null for none. @throws on an unknown key */
export function readDealField(record: Deal, key: string): unknown {
  const field = dealFields.find((candidate) => candidate.key === key);
  if (!field) throw new Error(`Unknown deal field: ${key}`);
  return field.read(record) ?? null;
}
