import { sql } from "drizzle-orm";
import { check, foreignKey, index, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { type Entity, entities } from "@/server/platform/permissions";
import { instant, ownRow, stamps, table, textC } from "./_columns";
import { organization } from "./identity";

/**
 * What every deal, contact, company, lead… is: activities, comments and links point here. `search` holds its names,
 * phones, emails and numbers in lower case and in both alphabets.
 */
export const record = table(
  "record",
  {
    ...ownRow(),
    entity: text().$type<Entity>().notNull(),
    title: text().notNull(),
    search: text().notNull(),
    deletedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index("record_newest").on(t.organizationId, t.entity, t.id).where(sql`deleted_at is null`),
    // One for each kind: deals are not looked for among all the people whose names hold the same letters.
    ...entities.map((entity) =>
      index(`record_search_${entity}`)
        .using("gin", t.search.op("gin_trgm_ops"))
        .where(sql.raw(`deleted_at is null and entity = '${entity}'`)),
    ),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("cascade"),
  ],
);

/** One way to reach or to identify a person or an organisation. `key` is the value as it is compared. */
export const contactPoint = table(
  "contact_point",
  {
    ...ownRow(),
    recordId: uuid().notNull(),
    kind: text().$type<"phone" | "email" | "messenger" | "address" | "site" | "tax_id">().notNull(),
    value: text().notNull(),
    key: textC().notNull(),
    label: text(),
    position: textC().notNull(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index("contact_point_record").on(t.organizationId, t.recordId, t.kind, t.position),
    index("contact_point_key").on(t.organizationId, t.kind, t.key),
    foreignKey({
      columns: [t.organizationId, t.recordId],
      foreignColumns: [record.organizationId, record.id],
    }).onDelete("cascade"),
    check("contact_point_kind", sql`${t.kind} in ('phone','email','messenger','address','site','tax_id')`),
  ],
);
