import { z } from "zod";
import * as lists from "@/server/crm/lists";
import * as contract from "@/server/crm/lists/contract";
import { defineOperation } from "../define-operation";
import { instant, list } from "../schemas";

const group = "list-items";
const write = "fields:write";

const output = z
  .object({
    id: z.uuid(),
    name: z.string(),
    itemName: z.string(),
    icon: z.enum(contract.listIcons),
    archivedAt: instant.nullable(),
  })
  .meta({ id: "List" });

/** An organization's own record types; what stands in them are list items. */
export const listOperations = [
  defineOperation({
    ...{ id: "listLists", method: "GET", path: "/lists", group, scope: "list-items:read" },
    summary: { en: "Lists, with how many records are in each", ru: "Списки и число записей в каждом" },
    query: z.strictObject({ archived: z.enum(["true", "false"]).default("false") }),
    output: list(output.extend({ count: z.number().int() }).meta({ id: "CountedList" })),
    verb: async (ctx, { query }) => ({
      items: await lists.allLists(ctx, { archived: query.archived === "true" }),
    }),
  }),
  defineOperation({
    ...{ id: "createList", method: "POST", path: "/lists", group, scope: write, output },
    summary: { en: "Add a list", ru: "Добавить список" },
    body: contract.CreateList,
    status: 201,
    verb: (ctx, { body }) => lists.createList(ctx, body),
  }),
  defineOperation({
    ...{ id: "renameList", method: "PATCH", path: "/lists/{id}", group, scope: write, output },
    summary: { en: "Rename a list", ru: "Переименовать список" },
    body: contract.RenameList.shape.changes,
    verb: (ctx, { params: { id = "" }, body }) => lists.renameList(ctx, { listId: id, changes: body }),
  }),
  defineOperation({
    ...{ id: "archiveList", method: "POST", path: "/lists/{id}/archive", group, scope: write, output },
    summary: { en: "Take a list out of use", ru: "Убрать список в архив" },
    verb: (ctx, { params: { id = "" } }) => lists.archiveList(ctx, { listId: id }),
  }),
  defineOperation({
    ...{ id: "restoreList", method: "POST", path: "/lists/{id}/restore", group, scope: write, output },
    summary: { en: "Put an archived list back into use", ru: "Вернуть список из архива" },
    verb: (ctx, { params: { id = "" } }) => lists.restoreList(ctx, { listId: id }),
  }),
];
