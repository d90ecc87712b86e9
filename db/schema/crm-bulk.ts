import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { BulkState } from "@/server/crm/bulk/contract";
import type { Entity } from "@/server/platform/permissions";
import { instant, ownRow, table } from "./_columns";
import { record } from "./crm-records";
import { member } from "./identity";

/** One change of many records at once, and how far it has come. */
export const bulkJob = table(
  "bulk_job",
  {
    ...ownRow(),
    memberId: uuid().notNull(),
    entity: text().$type<Entity>().notNull(),
    action: text().notNull(),
    params: jsonb().$type<Record<string, unknown>>().notNull(),
    state: text().$type<BulkState>().notNull(),
    total: integer().notNull(),
    done: integer().notNull().default(0),
    refused: integer().notNull().default(0),
    undone: integer().notNull().default(0),
    kept: integer().notNull().default(0),
    createdAt: instant().notNull().defaultNow(),
    finishedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index("bulk_job_member").on(t.organizationId, t.memberId, t.createdAt),
    foreignKey({
      columns: [t.organizationId, t.memberId],
      foreignColumns: [member.organizationId, member.id],
    }).onDelete("cascade"),
    check("bulk_job_state", sql`${t.state} in ('running','done','cancelled','undoing','undone','failed')`),
  ],
);

/**
 * The records of a job, in the order they are taken: the ledger that undo reads. `before` holds what was changed as it
 * had been; `version` is the record's after the change. The id is the record's.
 */
export const bulkItem = table(
  "bulk_item",
  {
    ...ownRow(),
    jobId: uuid().notNull(),
    place: integer().notNull(),
    state: text().$type<"waiting" | "done" | "refused" | "undone" | "kept">().notNull(),
    before: jsonb().$type<Record<string, unknown>>(),
    version: integer(),
    refusal: text(),
    /** What the refusal's text needs. */
    refusalData: jsonb().$type<Record<string, string | number>>(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.jobId, t.id] }),
    index("bulk_item_waiting").on(t.organizationId, t.jobId, t.state, t.place),
    index("bulk_item_record").on(t.organizationId, t.id),
    foreignKey({
      columns: [t.organizationId, t.jobId],
      foreignColumns: [bulkJob.organizationId, bulkJob.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.organizationId, t.id],
      foreignColumns: [record.organizationId, record.id],
    }).onDelete("cascade"),
    check("bulk_item_state", sql`${t.state} in ('waiting','done','refused','undone','kept')`),
  ],
);
