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
import type { Actor } from "@/server/platform/context";
import { instant, ownRow, table } from "./_columns";
import { member } from "./identity";

/** What a member is told in the app; `type` picks the words, `data` fills them. */
export const notification = table(
  "notification",
  {
    ...ownRow(),
    memberId: uuid().notNull(),
    type: text().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    entity: text(),
    recordId: uuid(),
    /** The fact it tells of: nobody is told of one twice. */
    eventId: uuid(),
    actor: jsonb().$type<Actor>(),
    /** How it is told besides the bell. */
    channel: text().$type<"app" | "email" | "digest">().notNull().default("app"),
    emailedAt: instant(),
    readAt: instant(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    // Ascending and read backwards: see deal_list.
    index("notification_list").on(t.organizationId, t.memberId, t.createdAt, t.id),
    unique("notification_once").on(t.organizationId, t.eventId, t.memberId),
    index("notification_unread").on(t.organizationId, t.memberId).where(sql`read_at is null`),
    index("notification_digest")
      .on(t.organizationId, t.memberId)
      .where(sql`channel = 'digest' and emailed_at is null and read_at is null`),
    check("notification_channel", sql`${t.channel} in ('app','email','digest')`),
    foreignKey({
      columns: [t.organizationId, t.memberId],
      foreignColumns: [member.organizationId, member.id],
    }).onDelete("cascade"),
  ],
);

/** How a member wants to be told: a channel for each type that differs from its default, and the hour of the digest. */
export const notificationPreference = table(
  "notification_preference",
  {
    ...ownRow(),
    memberId: uuid().notNull(),
    channels: jsonb().$type<Record<string, "off" | "app" | "email" | "digest">>().notNull().default({}),
    /** The hour of the organization's day. */
    digestHour: integer().notNull().default(9),
    /** The day of the last digest, `yyyy-MM-dd`. */
    digestDay: text(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique("notification_preference_member").on(t.organizationId, t.memberId),
    foreignKey({
      columns: [t.organizationId, t.memberId],
      foreignColumns: [member.organizationId, member.id],
    }).onDelete("cascade"),
    check("notification_preference_hour", sql`${t.digestHour} between 0 and 23`),
  ],
);
