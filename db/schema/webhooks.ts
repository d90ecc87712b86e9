import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, ownRow, stamps, table } from "./_columns";
import { member } from "./identity";

/** An address of somebody else's that is told of events. The secret is encrypted for this organization alone. */
export const webhookEndpoint = table(
  "webhook_endpoint",
  {
    ...ownRow(),
    url: text().notNull(),
    description: text(),
    events: jsonb().$type<string[]>().notNull(),
    secret: text().notNull(),
    createdBy: uuid().notNull(),
    /** Since when no attempt has succeeded. */
    failingSince: instant(),
    disabledAt: instant(),
    disabledWhy: text().$type<"by_hand" | "failing">(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({
      columns: [t.organizationId, t.createdBy],
      foreignColumns: [member.organizationId, member.id],
    }),
    check("webhook_endpoint_why", sql`${t.disabledWhy} in ('by_hand','failing')`),
  ],
);

/**
 * One event on its way to one endpoint. The body is written by the first attempt, so that all say the same; a replay
 * begins a new round.
 */
export const webhookDelivery = table(
  "webhook_delivery",
  {
    ...ownRow(),
    endpointId: uuid().notNull(),
    /** Null for a test. */
    eventId: uuid(),
    type: text().notNull(),
    body: text(),
    round: integer().notNull().default(1),
    status: text().$type<"waiting" | "delivered" | "failed">().notNull().default("waiting"),
    attempts: integer().notNull().default(0),
    nextAt: instant(),
    createdAt: instant().notNull(),
    settledAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique().on(t.organizationId, t.endpointId, t.eventId),
    index().on(t.organizationId, t.endpointId, t.createdAt),
    index().on(t.createdAt),
    foreignKey({
      columns: [t.organizationId, t.endpointId],
      foreignColumns: [webhookEndpoint.organizationId, webhookEndpoint.id],
    }).onDelete("cascade"),
    check("webhook_delivery_status", sql`${t.status} in ('waiting','delivered','failed')`),
  ],
);

/** One attempt to deliver, and what came back. */
export const webhookAttempt = table(
  "webhook_attempt",
  {
    ...ownRow(),
    deliveryId: uuid().notNull(),
    /** The answer's status; null when none came. */
    status: integer(),
    reason: text(),
    excerpt: text(),
    ms: integer().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index().on(t.organizationId, t.deliveryId, t.at),
    foreignKey({
      columns: [t.organizationId, t.deliveryId],
      foreignColumns: [webhookDelivery.organizationId, webhookDelivery.id],
    }).onDelete("cascade"),
  ],
);
