import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { FormDesign, Origin, Submission } from "@/server/webforms/contract";
import { instant, ownRow, stamps, table } from "./_columns";
import { member } from "./identity";
import { source } from "./pipelines";

/** A public form: what it asks, how it looks and what becomes of an answer. */
export const webform = table(
  "webform",
  {
    ...ownRow(),
    name: text().notNull(),
    design: jsonb().$type<FormDesign>().notNull(),
    sourceId: uuid(),
    /** Who answers for what comes in, by turns. */
    ownerIds: jsonb().$type<string[]>().notNull().default([]),
    turn: integer().notNull().default(0),
    /** Set: it takes no answers, and says so. */
    closedAt: instant(),
    archivedAt: instant(),
    createdBy: uuid().notNull(),
    version: integer().notNull().default(1),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index().on(t.id),
    foreignKey({
      columns: [t.organizationId, t.createdBy],
      foreignColumns: [member.organizationId, member.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.sourceId],
      foreignColumns: [source.organizationId, source.id],
    }),
  ],
);

/** What somebody sent, kept before anything is made of it, so that nothing is lost. */
export const webformSubmission = table(
  "webform_submission",
  {
    ...ownRow(),
    formId: uuid().notNull(),
    status: text().$type<Submission["status"]>().notNull(),
    values: jsonb().$type<Record<string, string | string[]>>().notNull(),
    origin: jsonb().$type<Origin>().notNull(),
    bodyHash: text().notNull(),
    /** A keyed hash of the sender's address; null where the address cannot be known. */
    senderHash: text(),
    entity: text(),
    recordId: uuid(),
    /** Why it waits, failed or was held for spam. */
    reason: text(),
    attempts: integer().notNull().default(0),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index().on(t.organizationId, t.formId, t.createdAt),
    index("webform_submission_waiting").on(t.createdAt).where(sql`status = 'waiting'`),
    foreignKey({
      columns: [t.organizationId, t.formId],
      foreignColumns: [webform.organizationId, webform.id],
    }).onDelete("cascade"),
    check("webform_submission_status", sql`${t.status} in ('waiting','created','failed','spam','repeated')`),
  ],
);
