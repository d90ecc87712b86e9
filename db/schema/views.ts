import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { Filter } from "@/server/filter/tree";
import type { Entity } from "@/server/platform/permissions";
import type { ViewColumn, ViewLayout, ViewSort } from "@/server/views/contract";
import { ownRow, stamps, table, textC } from "./_columns";
import { list } from "./crm-lists";
import { member } from "./identity";

/** A saved way to look at a list: what is asked, which columns, in which order. Others see a shared one. */
export const savedView = table(
  "saved_view",
  {
    ...ownRow(),
    entity: text().$type<Entity>().notNull(),
    /** Of list items: the list it shows. */
    listId: uuid(),
    name: text().notNull(),
    filter: jsonb().$type<Filter>(),
    columns: jsonb().$type<ViewColumn[]>(),
    sort: jsonb().$type<ViewSort>(),
    groupBy: text(),
    /** Of what stands on stages: as a board or as a list. */
    layout: text().$type<ViewLayout>(),
    shared: boolean().notNull().default(false),
    ownerId: uuid().notNull(),
    position: textC().notNull(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    check("saved_view_layout", sql`${t.layout} in ('board', 'list')`),
    index("saved_view_entity").on(t.organizationId, t.entity, t.listId, t.position, t.id),
    foreignKey({ columns: [t.organizationId, t.listId], foreignColumns: [list.organizationId, list.id] }),
    foreignKey({
      columns: [t.organizationId, t.ownerId],
      foreignColumns: [member.organizationId, member.id],
    }).onDelete("cascade"),
  ],
);

/** The view a member starts with on the list of an entity, and on each of the organization's own lists; the id is the member's. */
export const defaultView = table(
  "default_view",
  { ...ownRow(), entity: text().$type<Entity>().notNull(), viewId: uuid().notNull() },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id, t.viewId] }),
    index("default_view_view").on(t.organizationId, t.viewId),
    foreignKey({
      columns: [t.organizationId, t.id],
      foreignColumns: [member.organizationId, member.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.organizationId, t.viewId],
      foreignColumns: [savedView.organizationId, savedView.id],
    }).onDelete("cascade"),
  ],
);
