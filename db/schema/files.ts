import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, ownRow, stamps, table } from "./_columns";
import { record } from "./crm-records";
import { member, organization } from "./identity";

// Where a member goes altogether, with their workspace, only their id is emptied: the migration names that column.

/**
 * A file of a record, by the name it is shown under. Without a record it waits for one: it was uploaded into a form that
 * is not saved yet, and is its uploader's alone.
 */
export const file = table(
  "file",
  {
    ...ownRow(),
    recordId: uuid(),
    name: text().notNull(),
    /** The number of the newest version. */
    version: integer().notNull(),
    createdById: uuid(),
    deletedAt: instant(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index("file_record").on(t.organizationId, t.recordId, t.id),
    index("file_deleted").on(t.deletedAt).where(sql`${t.deletedAt} is not null`),
    index("file_waiting").on(t.createdAt).where(sql`${t.recordId} is null`),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("cascade"),
    foreignKey({
      columns: [t.organizationId, t.recordId],
      foreignColumns: [record.organizationId, record.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.organizationId, t.createdById],
      foreignColumns: [member.organizationId, member.id],
    }).onDelete("set null"),
  ],
);

/** What a file held at one time: its bytes lie in the storage under `storageKey`, and are never changed. */
export const fileVersion = table(
  "file_version",
  {
    ...ownRow(),
    fileId: uuid().notNull(),
    number: integer().notNull(),
    size: bigint({ mode: "number" }).notNull(),
    /** By what the bytes begin with, never by what the sender says. */
    mediaType: text().notNull(),
    /** Whether a browser may show it on a page of ours, rather than save it. */
    inline: boolean().notNull(),
    sha256: text().notNull(),
    storageKey: text().notNull(),
    uploadedById: uuid(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique("file_version_number").on(t.organizationId, t.fileId, t.number),
    unique("file_version_key").on(t.organizationId, t.storageKey),
    foreignKey({
      columns: [t.organizationId, t.fileId],
      foreignColumns: [file.organizationId, file.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.organizationId, t.uploadedById],
      foreignColumns: [member.organizationId, member.id],
    }).onDelete("set null"),
    check("file_version_size", sql`${t.size} >= 0`),
  ],
);
