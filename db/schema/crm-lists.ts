import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { ListIcon } from "@/server/crm/lists/contract";
import { customColumns, instant, ownRow, slotIndexes, stamps, table, textC } from "./_columns";
import { record } from "./crm-records";
import { member, organization } from "./identity";

/** An organization's own record type: documents, requests. `itemName` names one of its records. */
export const list = table(
  "list",
  {
    ...ownRow(),
    name: text().notNull(),
    itemName: text().notNull(),
    icon: text().$type<ListIcon>().notNull(),
    position: textC().notNull(),
    archivedAt: instant(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index("list_order").on(t.organizationId, t.position, t.id),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("cascade"),
  ],
);

/** A record of a list. What a slot holds is said by the fields of its list: two lists may use one slot differently. */
export const listItem = table(
  "list_item",
  {
    ...ownRow(),
    listId: uuid().notNull(),
    title: text().notNull(),
    titleLower: text().notNull(),
    ownerId: uuid(),
    isSample: boolean().notNull().default(false),
    version: integer().notNull().default(1),
    deletedAt: instant(),
    ...customColumns(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    ...slotIndexes("list_item", t),
    foreignKey({
      columns: [t.organizationId, t.id],
      foreignColumns: [record.organizationId, record.id],
    }).onDelete("cascade"),
    index("list_item_list").on(t.organizationId, t.listId, t.createdAt, t.id).where(sql`deleted_at is null`),
    index("list_item_title").on(t.organizationId, t.listId, t.titleLower, t.id),
    index("list_item_owner").on(t.organizationId, t.ownerId, t.listId),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("cascade"),
    foreignKey({ columns: [t.organizationId, t.listId], foreignColumns: [list.organizationId, list.id] }),
    foreignKey({
      columns: [t.organizationId, t.ownerId],
      foreignColumns: [member.organizationId, member.id],
    }),
  ],
);
