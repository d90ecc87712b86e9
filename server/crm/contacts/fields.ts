import { contact } from "@/db/schema/crm";
import { declareEntity, defineFields, type Field } from "@/server/fields";
import type { Contact } from "./contract";

export const contactFields: readonly Field[] = defineFields<Contact>("contact", {
  name: {
    type: "text",
    label: { en: "Name", ru: "Имя" },
    column: contact.name,
    folded: contact.nameLower,
    editable: true,
  },
  phone: { type: "text", label: { en: "Phone", ru: "Телефон" }, column: contact.phone, editable: true },
  email: { type: "text", label: { en: "Email", ru: "Эл. почта" }, column: contact.email, editable: true },
  companyId: {
    type: "link",
    linksTo: "company",
    label: { en: "Company", ru: "Компания" },
    column: contact.companyId,
    editable: true,
  },
  ownerId: {
    type: "member",
    label: { en: "Owner", ru: "Ответственный" },
    column: contact.ownerId,
    editable: true,
  },
  createdAt: { type: "datetime", label: { en: "Created", ru: "Создан" }, column: contact.createdAt },
  updatedAt: { type: "datetime", label: { en: "Changed", ru: "Изменён" }, column: contact.updatedAt },
});

declareEntity({ entity: "contact", table: contact, fields: contactFields });
