import { z } from "zod";
import * as fields from "@/server/fields";
import * as contract from "@/server/fields/contract";
import { defineOperation } from "../define-operation";
import { list } from "../schemas";

const group = "fields";
const write = "fields:write";

const FieldSchema = z
  .object({
    key: z.string(),
    type: z.string(),
    label: z.object({ en: z.string(), ru: z.string() }),
    editable: z.boolean(),
    filterable: z.boolean(),
    sortable: z.boolean(),
    required: z.boolean(),
    options: z.array(z.looseObject({ id: z.string(), name: z.string() })).nullable(),
    linksTo: z.string().nullable(),
    section: z
      .string()
      .nullable()
      .meta({ description: "Where it stands on a record; null: the first section." }),
    customId: z.uuid().nullable().meta({ description: "The id of a custom field; null for a built-in one." }),
  })
  .meta({ id: "Field" });

const CustomFieldSchema = z
  .looseObject({ id: z.uuid(), entity: z.string(), key: z.string(), type: z.string(), label: z.string() })
  .meta({ id: "CustomField" });

export const fieldOperations = [
  defineOperation({
    ...{ id: "listFields", method: "GET", path: "/fields", group, scope: "fields:read" },
    summary: { en: "The fields of an entity", ru: "Поля сущности" },
    query: contract.ListFields.pick({ entity: true, listId: true }),
    output: list(FieldSchema),
    verb: async (ctx, { query }) => ({ items: await fields.listFields(ctx, query) }),
  }),
  defineOperation({
    ...{ id: "createField", method: "POST", path: "/fields", group, scope: write },
    summary: { en: "Add a custom field", ru: "Добавить своё поле" },
    body: contract.CreateCustomField,
    output: CustomFieldSchema,
    status: 201,
    verb: (ctx, { body }) => fields.createCustomField(ctx, body),
  }),
  defineOperation({
    ...{ id: "updateField", method: "PATCH", path: "/fields/{id}", group, scope: write },
    summary: { en: "Change a custom field", ru: "Изменить своё поле" },
    body: contract.UpdateCustomField.shape.changes,
    output: CustomFieldSchema,
    verb: (ctx, { params: { id = "" }, body }) =>
      fields.updateCustomField(ctx, { fieldId: id, changes: body }),
  }),
  defineOperation({
    ...{ id: "archiveField", method: "POST", path: "/fields/{id}/archive", group, scope: write },
    summary: { en: "Take a custom field out of use", ru: "Убрать своё поле в архив" },
    output: CustomFieldSchema,
    verb: (ctx, { params: { id = "" } }) => fields.archiveCustomField(ctx, { fieldId: id }),
  }),
  defineOperation({
    ...{ id: "restoreField", method: "POST", path: "/fields/{id}/restore", group, scope: write },
    summary: { en: "Put an archived field back into use", ru: "Вернуть поле из архива" },
    output: CustomFieldSchema,
    verb: (ctx, { params: { id = "" } }) => fields.restoreCustomField(ctx, { fieldId: id }),
  }),
];
