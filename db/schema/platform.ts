import { sql } from "drizzle-orm";
import { foreignKey, index, integer, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { Actor, Cause } from "@/server/platform/context";
import { instant, ownRow, table } from "./_columns";
import { organization } from "./identity";

/** One immutable fact: outbox, timeline, notification source, audit and webhook payload in one row. */
export const event = table(
  "event",
  {
    ...ownRow(),
    name: text().notNull(),
    entity: text().notNull(),
    recordId: uuid().notNull(),
    actor: jsonb().$type<Actor>().notNull(),
    causes: jsonb().$type<Cause[]>().notNull(),
    depth: integer().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    occurredAt: instant().notNull(),
    relayedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index("event_timeline").on(t.organizationId, t.entity, t.recordId, t.occurredAt, t.id),
    index("event_waiting").on(t.organizationId, t.id).where(sql`relayed_at is null`),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("cascade"),
  ],
);
