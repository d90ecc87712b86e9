import { z } from "zod";
import { search } from "@/server/crm/registry";
import { defineOperation } from "../define-operation";
import { list } from "../schemas";

export const searchOperations = [
  defineOperation({
    ...{ id: "search", method: "GET", path: "/search", group: "search", scope: null },
    summary: {
      en: "Find records by name, phone, email or number",
      ru: "Найти записи по имени, телефону, почте или номеру",
    },
    query: z.strictObject({
      text: z.string().max(200),
      limit: z.coerce.number().int().min(1).max(50).default(8),
    }),
    output: list(z.object({ id: z.uuid(), entity: z.string(), title: z.string() })),
    verb: async (ctx, { query }) => ({ items: await search(ctx, query) }),
  }),
];
