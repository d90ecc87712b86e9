import { z } from "zod";
import * as currencies from "@/server/crm/currencies";
import * as contract from "@/server/crm/currencies/contract";
import { defineOperation } from "../define-operation";
import { list } from "../schemas";

const group = "currencies";
// Rates are read by whoever reads amounts.
const read = "deals:read";
const write = "currencies:write";

const RateSchema = z
  .object({
    id: z.uuid(),
    currency: z.string(),
    day: z.string().meta({ description: "yyyy-MM-dd; the rate holds from this day on." }),
    nominal: z.number().int(),
    rateMicros: z
      .number()
      .int()
      .meta({ description: "Millionths of the workspace's own currency that `nominal` units cost." }),
  })
  .meta({ id: "Rate" });

/** What the organization counts in, and what it costs. */
export const currencyOperations = [
  defineOperation({
    ...{ id: "listCurrencies", method: "GET", path: "/currencies", group, scope: read },
    summary: { en: "Currencies with the rates of today", ru: "Валюты и курсы на сегодня" },
    output: z.object({
      base: z.string().meta({ description: "The workspace's own." }),
      items: z.array(z.object({ currency: z.string(), rate: RateSchema.nullable() })),
    }),
    async verb(ctx) {
      const { base, enabled } = await currencies.listCurrencies(ctx);
      return { base, items: enabled };
    },
  }),
  defineOperation({
    ...{ id: "enableCurrency", method: "POST", path: "/currencies", group, scope: write, output: null },
    summary: { en: "Count in one more currency", ru: "Подключить валюту" },
    body: contract.CurrencyCode,
    verb: (ctx, { body }) => currencies.enableCurrency(ctx, body),
  }),
  defineOperation({
    ...{ id: "disableCurrency", method: "DELETE", path: "/currencies", group, scope: write, output: null },
    summary: { en: "Offer a currency no more", ru: "Отключить валюту" },
    query: contract.CurrencyCode,
    verb: (ctx, { query }) => currencies.disableCurrency(ctx, query),
  }),
  defineOperation({
    ...{ id: "listRates", method: "GET", path: "/rates", group, scope: read },
    summary: { en: "A currency’s rates, the newest day first", ru: "Курсы валюты, сначала новые" },
    query: contract.ListRates,
    output: list(RateSchema),
    verb: async (ctx, { query }) => ({ items: await currencies.listRates(ctx, query) }),
  }),
  defineOperation({
    ...{ id: "setRate", method: "POST", path: "/rates", group, scope: write, output: RateSchema },
    summary: { en: "Say what a currency costs from a day on", ru: "Задать курс с указанного дня" },
    body: contract.SetRate,
    verb: (ctx, { body }) => currencies.setRate(ctx, body),
  }),
  defineOperation({
    ...{ id: "removeRate", method: "DELETE", path: "/rates/{id}", group, scope: write, output: null },
    summary: { en: "Take a day’s rate back", ru: "Удалить курс дня" },
    verb: (ctx, { params: { id = "" } }) => currencies.removeRate(ctx, { rateId: id }),
  }),
];
