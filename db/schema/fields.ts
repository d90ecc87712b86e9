import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  integer,
  jsonb,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { FieldOptions, FieldSection } from "@/server/fields/contract";
import type { FieldType } from "@/server/filter/types";
import type { Entity } from "@/server/platform/permissions";
import { instant, ownRow, stamps, table, textC } from "./_columns";
import { list } from "./crm-lists";
import { organization } from "./identity";

/**
 * A field an organization added to its records; `listId` says whose it is of list items. Keys differ within an entity,
 * whatever the list, and slots within a list. `slot` names the column that repeats a filterable field's values.
 */
export const customField = table(
  "custom_field",
  {
    ...ownRow(),
    entity: text().$type<Entity>().notNull(),
    listId: uuid(),
    key: text().notNull(),
    type: text().$type<FieldType>().notNull(),
    label: text().notNull(),
    options: jsonb().$type<FieldOptions>().notNull().default({}),
    position: textC().notNull(),
    required: boolean().notNull().default(false),
    filterable: boolean().notNull().default(false),
    slot: text(),
    archivedAt: instant(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique("custom_field_by_key").on(t.organizationId, t.entity, t.key),
    uniqueIndex("custom_field_slot")
      .on(t.organizationId, t.entity, t.slot)
      .where(sql`slot is not null and list_id is null`),
    uniqueIndex("custom_field_list_slot")
      .on(t.organizationId, t.listId, t.slot)
      .where(sql`slot is not null and list_id is not null`),
    foreignKey({ columns: [t.organizationId, t.listId], foreignColumns: [list.organizationId, list.id] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("cascade"),
    check("custom_field_list", sql`(${t.entity} = 'list_item') = (${t.listId} is not null)`),
    check("custom_field_key", sql`${t.key} ~ '^c_[a-z0-9_]{1,40}$'`),
  ],
);

/**
 * How an organization arranged the fields of an entity, or of one of its lists, Pult's own among them. What no section
 * names stands at its default place.
 */
export const fieldLayout = table(
  "field_layout",
  {
    ...ownRow(),
    entity: text().$type<Entity>().notNull(),
    listId: uuid(),
    sections: jsonb().$type<FieldSection[]>().notNull(),
    version: integer().notNull(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique("field_layout_of").on(t.organizationId, t.entity, t.listId).nullsNotDistinct(),
    foreignKey({ columns: [t.organizationId, t.listId], foreignColumns: [list.organizationId, list.id] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("cascade"),
    check("field_layout_list", sql`(${t.entity} = 'list_item') = (${t.listId} is not null)`),
  ],
);
