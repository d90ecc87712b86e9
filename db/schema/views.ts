import { boolean, foreignKey, index, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { Filter } from "@/server/filter/tree";
import type { Entity } from "@/server/platform/permissions";
import type { ViewColumn, ViewSort } from "@/server/views/contract";
import { ownRow, stamps, table, textC } from "./_columns";
import { member } from "./identity";

/** A saved way to look at a list: what is asked, which columns, in which order. Others see a shared one. */
export const savedView = table(
  "saved_view",
  {
    ...ownRow(),
    entity: text().$type<Entity>().notNull(),
    name: text().notNull(),
    filter: jsonb().$type<Filter>(),
    columns: jsonb().$type<ViewColumn[]>(),
    sort: jsonb().$type<ViewSort>(),
    groupBy: text(),
    shared: boolean().notNull().default(false),
    ownerId: uuid().notNull(),
    position: textC().notNull(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index("saved_view_entity").on(t.organizationId, t.entity, t.position, t.id),
    foreignKey({
      columns: [t.organizationId, t.ownerId],
      foreignColumns: [member.organizationId, member.id],
    }).onDelete("cascade"),
  ],
);

/** The view a member starts with on the list of an entity; the id is the member's. */
export const defaultView = table(
  "default_view",
  { ...ownRow(), entity: text().$type<Entity>().notNull(), viewId: uuid().notNull() },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id, t.entity] }),
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
