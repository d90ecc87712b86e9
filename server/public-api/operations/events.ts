import { z } from "zod";
import { authorize, eventLog, inOrganization } from "@/server/platform";
import { publicEvents } from "@/server/webhooks";
import { momentCursor, readMoment } from "../cursor";
import { defineOperation } from "../define-operation";
import { EventSchema, PageQuery, page } from "../schemas";

export const eventOperations = [
  defineOperation({
    ...{ id: "listEvents", method: "GET", path: "/events", group: "events", scope: "events:read" },
    summary: { en: "Everything that happened, the oldest first", ru: "Все события, сначала старые" },
    query: PageQuery.extend({
      name: z.string().max(60).optional().meta({ description: "One event's name, as deal.created." }),
      recordId: z.uuid().optional(),
    }),
    output: page(EventSchema),
    async verb(ctx, { query: { limit, cursor, name, recordId } }) {
      authorize(ctx, "integrations.edit");
      const names = publicEvents().filter((one) => name === undefined || one === name);
      const items = await inOrganization(ctx, (tx) =>
        eventLog(tx, ctx, { names, recordId, after: readMoment(cursor)?.id ?? null, limit: limit + 1 }),
      );
      const shown = items.slice(0, limit);
      const last = items.length > limit ? shown.at(-1) : undefined;
      return { items: shown, nextCursor: momentCursor(last ?? null) };
    },
  }),
];
