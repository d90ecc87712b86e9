import { z } from "zod";
import * as webhooks from "@/server/webhooks";
import * as contract from "@/server/webhooks/contract";
import { momentCursor, readMoment } from "../cursor";
import { defineOperation } from "../define-operation";
import { instant, list, PageQuery, page } from "../schemas";

const group = "webhooks";
const scope = "webhooks:write";

const EndpointSchema = z
  .object({
    id: z.uuid(),
    url: z.string(),
    description: z.string().nullable(),
    events: z.array(z.string()),
    failingSince: instant.nullable(),
    disabledAt: instant.nullable(),
    disabledWhy: z.enum(["by_hand", "failing"]).nullable(),
    createdAt: instant,
  })
  .meta({ id: "WebhookEndpoint" });

const DeliverySchema = z
  .object({
    id: z.uuid(),
    endpointId: z.uuid(),
    eventId: z.uuid().nullable(),
    type: z.string(),
    status: z.enum(["waiting", "delivered", "failed"]),
    attempts: z.number().int(),
    nextAt: instant.nullable(),
    createdAt: instant,
    settledAt: instant.nullable(),
  })
  .meta({ id: "WebhookDelivery" });

export const webhookOperations = [
  defineOperation({
    ...{ id: "listWebhooks", method: "GET", path: "/webhooks", group, scope, output: list(EndpointSchema) },
    summary: { en: "Addresses that are told of events", ru: "Адреса, которым сообщается о событиях" },
    verb: async (ctx) => ({ items: await webhooks.listEndpoints(ctx) }),
  }),
  defineOperation({
    ...{ id: "createWebhook", method: "POST", path: "/webhooks", group, scope },
    summary: { en: "Add an address", ru: "Добавить адрес" },
    body: contract.CreateEndpoint,
    output: z.object({
      id: z.uuid(),
      secret: z
        .string()
        .meta({ description: "What signatures are made with; shown once more in the settings." }),
    }),
    status: 201,
    verb: (ctx, { body }) => webhooks.createEndpoint(ctx, body),
  }),
  defineOperation({
    ...{ id: "updateWebhook", method: "PATCH", path: "/webhooks/{id}", group, scope, output: null },
    summary: { en: "Change, switch off or on", ru: "Изменить, выключить или включить" },
    body: contract.UpdateEndpoint.shape.changes,
    verb: (ctx, { params: { id = "" }, body }) =>
      webhooks.updateEndpoint(ctx, { endpointId: id, changes: body }),
  }),
  defineOperation({
    ...{ id: "removeWebhook", method: "DELETE", path: "/webhooks/{id}", group, scope, output: null },
    summary: { en: "Remove an address and its log", ru: "Удалить адрес и его журнал" },
    verb: (ctx, { params: { id = "" } }) => webhooks.removeEndpoint(ctx, { endpointId: id }),
  }),
  defineOperation({
    ...{ id: "pingWebhook", method: "POST", path: "/webhooks/{id}/ping", group, scope },
    summary: { en: "Send a test", ru: "Отправить проверку" },
    output: z.object({ id: z.uuid() }),
    status: 201,
    verb: (ctx, { params: { id = "" } }) => webhooks.pingEndpoint(ctx, { endpointId: id }),
  }),
  defineOperation({
    ...{ id: "listDeliveries", method: "GET", path: "/webhooks/{id}/deliveries", group, scope },
    summary: { en: "The log, the newest first", ru: "Журнал, сначала новое" },
    query: PageQuery.extend({ status: z.enum(contract.deliveryStatuses).optional() }),
    output: page(DeliverySchema),
    async verb(ctx, { params: { id = "" }, query }) {
      const after = readMoment(query.cursor);
      const { deliveries, nextCursor } = await webhooks.listDeliveries(ctx, {
        ...{ endpointId: id, status: query.status, limit: Math.min(query.limit, 100) },
        cursor: after && { createdAt: after.occurredAt, id: after.id },
      });
      const next = nextCursor && { occurredAt: nextCursor.createdAt, id: nextCursor.id };
      return { items: deliveries, nextCursor: momentCursor(next) };
    },
  }),
  defineOperation({
    ...{ id: "replayDeliveries", method: "POST", path: "/webhooks/{id}/replay", group, scope },
    summary: {
      en: "Send again what failed since a time",
      ru: "Отправить заново неудачные с указанного времени",
    },
    body: contract.ReplaySince.omit({ endpointId: true }),
    output: z.object({ count: z.number().int() }),
    verb: (ctx, { params: { id = "" }, body }) => webhooks.replaySince(ctx, { ...body, endpointId: id }),
  }),
  defineOperation({
    ...{ id: "replayDelivery", method: "POST", path: "/deliveries/{id}/replay", group, scope, output: null },
    summary: { en: "Send one again", ru: "Отправить одно заново" },
    verb: (ctx, { params: { id = "" } }) => webhooks.replayDelivery(ctx, { deliveryId: id }),
  }),
];
