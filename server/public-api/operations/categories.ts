import { z } from "zod";
import { listCategories, removeCategory, saveCategory } from "@/server/crm/products";
import { SaveCategory } from "@/server/crm/products/contract";
import { defineOperation } from "../define-operation";
import { list } from "../schemas";

const group = "products";
const write = "products:write";
const body = SaveCategory.omit({ id: true });

const output = z
  .object({ id: z.uuid(), name: z.string(), parentId: z.uuid().nullable() })
  .meta({ id: "Category" });

/** The branches of the catalogue. */
export const categoryOperations = [
  defineOperation({
    ...{ id: "listCategories", method: "GET", path: "/categories", group, scope: "products:read" },
    summary: { en: "Categories of the catalogue", ru: "Разделы каталога" },
    output: list(output),
    verb: async (ctx) => ({ items: await listCategories(ctx) }),
  }),
  defineOperation({
    ...{ id: "createCategory", method: "POST", path: "/categories", group, scope: write, body, output },
    summary: { en: "Add a category", ru: "Добавить раздел" },
    status: 201,
    verb: (ctx, input) => saveCategory(ctx, input.body),
  }),
  defineOperation({
    ...{ id: "writeCategory", method: "PUT", path: "/categories/{id}", group, scope: write, body, output },
    summary: { en: "Rename or move a category", ru: "Переименовать или переместить раздел" },
    // An id that is nobody's yet is not made one here: the verb answers NOT_FOUND.
    verb: (ctx, { params: { id = "" }, ...input }) => saveCategory(ctx, { ...input.body, id }),
  }),
  defineOperation({
    ...{
      id: "removeCategory",
      method: "DELETE",
      path: "/categories/{id}",
      group,
      scope: write,
      output: null,
    },
    summary: {
      en: "Remove a category; what is in it moves up",
      ru: "Удалить раздел; содержимое перейдёт выше",
    },
    verb: (ctx, { params: { id = "" } }) => removeCategory(ctx, { categoryId: id }),
  }),
];
