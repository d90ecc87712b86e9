import { company } from "@/db/schema/crm";
import { declareEntity, defineFields, type Field } from "@/server/fields";
import type { Company } from "./contract";

export const companyFields: readonly Field[] = defineFields<Company>("company", {
  name: {
    type: "text",
    label: { en: "Name", ru: "Название" },
    column: company.name,
    folded: company.nameLower,
    editable: true,
  },
  phone: { type: "text", label: { en: "Phone", ru: "Телефон" }, column: company.phone, editable: true },
  email: { type: "text", label: { en: "Email", ru: "Эл. почта" }, column: company.email, editable: true },
  site: { type: "url", label: { en: "Site", ru: "Сайт" }, column: company.site, editable: true },
  ownerId: {
    type: "member",
    label: { en: "Owner", ru: "Ответственный" },
    column: company.ownerId,
    editable: true,
  },
  createdAt: { type: "datetime", label: { en: "Created", ru: "Создана" }, column: company.createdAt },
  updatedAt: { type: "datetime", label: { en: "Changed", ru: "Изменена" }, column: company.updatedAt },
});

declareEntity({ entity: "company", table: company, fields: companyFields });
