import { listItem } from "@/db/schema/crm-lists";
import { declareEntity, defineFields, type Field } from "@/server/fields";
import type { ListItem } from "./contract";

export const itemFields: readonly Field[] = defineFields<ListItem>("list_item", {
  title: {
    type: "text",
    label: { en: "Title", ru: "Название" },
    column: listItem.title,
    folded: listItem.titleLower,
    editable: true,
  },
  listId: { type: "list", label: { en: "List", ru: "Список" }, column: listItem.listId },
  ownerId: {
    type: "member",
    label: { en: "Owner", ru: "Ответственный" },
    column: listItem.ownerId,
    editable: true,
  },
  createdAt: { type: "datetime", label: { en: "Created", ru: "Создано" }, column: listItem.createdAt },
  updatedAt: { type: "datetime", label: { en: "Changed", ru: "Изменено" }, column: listItem.updatedAt },
});

declareEntity({ entity: "list_item", table: listItem, fields: itemFields });
