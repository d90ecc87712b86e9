import { sql } from "drizzle-orm";
import { check, foreignKey, index, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant, ownRow, stamps, table } from "./_columns";
import { record } from "./crm-records";
import { member, organization } from "./identity";

/** Who is told what happens to a record besides its owner, and why they came to watch. */
export const recordWatcher = table(
  "record_watcher",
  {
    ...ownRow(),
    recordId: uuid().notNull(),
    memberId: uuid().notNull(),
    reason: text().$type<"asked" | "owner" | "mention">().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique("record_watcher_once").on(t.organizationId, t.recordId, t.memberId),
    index().on(t.organizationId, t.memberId),
    foreignKey({
      columns: [t.organizationId, t.recordId],
      foreignColumns: [record.organizationId, record.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.organizationId, t.memberId],
      foreignColumns: [member.organizationId, member.id],
    }).onDelete("cascade"),
    check("record_watcher_reason", sql`${t.reason} in ('asked','owner','mention')`),
  ],
);

/** Two records that belong together, and what the second is to the first: "decides", "accountant". */
export const recordLink = table(
  "record_link",
  {
    ...ownRow(),
    fromId: uuid().notNull(),
    toId: uuid().notNull(),
    role: text(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique("record_link_once").on(t.organizationId, t.fromId, t.toId),
    index().on(t.organizationId, t.toId),
    foreignKey({
      columns: [t.organizationId, t.fromId],
      foreignColumns: [record.organizationId, record.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.organizationId, t.toId],
      foreignColumns: [record.organizationId, record.id],
    }).onDelete("cascade"),
    check("record_link_other", sql`${t.fromId} <> ${t.toId}`),
  ],
);

/** A word the organization marks records with. Which ones a record has is in its `custom` object, under `tags`. */
export const tag = table(
  "tag",
  {
    ...ownRow(),
    name: text().notNull(),
    nameLower: text().notNull(),
    colour: text().notNull(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique("tag_name").on(t.organizationId, t.nameLower),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("cascade"),
  ],
);
