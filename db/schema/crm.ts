import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { Actor } from "@/server/platform/context";
import { customColumns, instant, ownRow, slotIndexes, stamps, table, textC } from "./_columns";
import { record } from "./crm-records";
import { member, organization } from "./identity";
import { lossReason, pipeline, source, stage } from "./pipelines";

export const company = table(
  "company",
  {
    ...ownRow(),
    name: text().notNull(),
    nameLower: text().notNull(),
    phone: text(),
    email: text(),
    site: text(),
    ownerId: uuid(),
    isSample: boolean().notNull().default(false),
    version: integer().notNull().default(1),
    deletedAt: instant(),
    ...customColumns(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    ...slotIndexes("company", t),
    index("company_list").on(t.organizationId, t.createdAt, t.id).where(sql`deleted_at is null`),
    foreignKey({
      columns: [t.organizationId, t.id],
      foreignColumns: [record.organizationId, record.id],
    }).onDelete("cascade"),
    index().on(t.organizationId, t.nameLower),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("cascade"),
    foreignKey({
      columns: [t.organizationId, t.ownerId],
      foreignColumns: [member.organizationId, member.id],
    }),
  ],
);

export const contact = table(
  "contact",
  {
    ...ownRow(),
    name: text().notNull(),
    nameLower: text().notNull(),
    phone: text(),
    email: text(),
    companyId: uuid(),
    ownerId: uuid(),
    isSample: boolean().notNull().default(false),
    version: integer().notNull().default(1),
    deletedAt: instant(),
    ...customColumns(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    ...slotIndexes("contact", t),
    index("contact_list").on(t.organizationId, t.createdAt, t.id).where(sql`deleted_at is null`),
    foreignKey({
      columns: [t.organizationId, t.id],
      foreignColumns: [record.organizationId, record.id],
    }).onDelete("cascade"),
    index().on(t.organizationId, t.nameLower),
    index().on(t.organizationId, t.companyId),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("cascade"),
    foreignKey({
      columns: [t.organizationId, t.companyId],
      foreignColumns: [company.organizationId, company.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.ownerId],
      foreignColumns: [member.organizationId, member.id],
    }),
  ],
);

/** A qualified sale. `outcome` repeats its stage's, so that totals need no join. */
export const deal = table(
  "deal",
  {
    ...ownRow(),
    title: text().notNull(),
    titleLower: text().notNull(),
    amountMinor: bigint({ mode: "number" }).notNull().default(0),
    currency: text().notNull(),
    contactId: uuid(),
    companyId: uuid(),
    ownerId: uuid(),
    sourceId: uuid(),
    pipelineId: uuid().notNull(),
    stageId: uuid().notNull(),
    outcome: text().$type<"open" | "won" | "lost">().notNull(),
    position: textC().notNull(),
    closesAt: instant(),
    closedAt: instant(),
    lossReasonId: uuid(),
    stageEnteredAt: instant().notNull(),
    isSample: boolean().notNull().default(false),
    version: integer().notNull().default(1),
    deletedAt: instant(),
    ...customColumns(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    ...slotIndexes("deal", t),
    foreignKey({
      columns: [t.organizationId, t.id],
      foreignColumns: [record.organizationId, record.id],
    }).onDelete("cascade"),
    index("deal_board")
      .on(t.organizationId, t.pipelineId, t.stageId, t.position, t.id)
      .where(sql`deleted_at is null`),
    // Everything the totals need is in the index: the table is not read, and an owner's part is found by skipping.
    index("deal_totals")
      .on(t.organizationId, t.pipelineId, t.stageId, t.currency, t.ownerId, t.amountMinor)
      .where(sql`deleted_at is null`),
    // Ascending and read backwards: `desc()` here would mean nulls last, which `order by … desc` does not.
    index("deal_list").on(t.organizationId, t.createdAt, t.id).where(sql`deleted_at is null`),
    index("deal_owner")
      .on(t.organizationId, t.ownerId, t.pipelineId, t.stageId, t.position, t.id)
      .where(sql`deleted_at is null`),
    index().on(t.organizationId, t.contactId),
    index().on(t.organizationId, t.companyId),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("cascade"),
    foreignKey({
      columns: [t.organizationId, t.pipelineId],
      foreignColumns: [pipeline.organizationId, pipeline.id],
    }),
    foreignKey({ columns: [t.organizationId, t.stageId], foreignColumns: [stage.organizationId, stage.id] }),
    foreignKey({
      columns: [t.organizationId, t.contactId],
      foreignColumns: [contact.organizationId, contact.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.companyId],
      foreignColumns: [company.organizationId, company.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.ownerId],
      foreignColumns: [member.organizationId, member.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.sourceId],
      foreignColumns: [source.organizationId, source.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.lossReasonId],
      foreignColumns: [lossReason.organizationId, lossReason.id],
    }),
    check("deal_outcome", sql`${t.outcome} in ('open','won','lost')`),
    check("deal_currency", sql`${t.currency} ~ '^[A-Z]{3}$'`),
  ],
);

/** A call, meeting, email, note or to-do, planned or done. */
export const activity = table(
  "activity",
  {
    ...ownRow(),
    recordId: uuid().notNull(),
    kind: text().$type<"call" | "meeting" | "email" | "note" | "todo">().notNull(),
    title: text().notNull(),
    description: text(),
    dueAt: instant(),
    /** Only the day of `dueAt` counts, as the organization's time zone has it. */
    allDay: boolean().notNull().default(false),
    durationMinutes: integer(),
    doneAt: instant(),
    /** What came of it. */
    result: text(),
    ownerId: uuid(),
    remindMinutes: integer(),
    /** When the owner is to be reminded, and told that it is overdue; null once told, or when there is nothing to tell. */
    remindAt: instant(),
    overdueAt: instant(),
    deletedAt: instant(),
    createdBy: jsonb().$type<Actor>().notNull(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index().on(t.organizationId, t.recordId, t.createdAt),
    index("activity_open").on(t.organizationId, t.ownerId, t.dueAt).where(sql`done_at is null`),
    index("activity_due").on(t.organizationId, t.dueAt).where(sql`deleted_at is null`),
    index("activity_done")
      .on(t.organizationId, t.doneAt)
      .where(sql`done_at is not null and deleted_at is null`),
    index("activity_remind").on(t.remindAt).where(sql`remind_at is not null`),
    index("activity_overdue").on(t.overdueAt).where(sql`overdue_at is not null`),
    foreignKey({
      columns: [t.organizationId, t.recordId],
      foreignColumns: [record.organizationId, record.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.organizationId, t.ownerId],
      foreignColumns: [member.organizationId, member.id],
    }),
    check("activity_kind", sql`${t.kind} in ('call','meeting','email','note','todo')`),
  ],
);

export const comment = table(
  "comment",
  {
    ...ownRow(),
    recordId: uuid().notNull(),
    authorId: uuid().notNull(),
    text: text().notNull(),
    editedAt: instant(),
    deletedAt: instant(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index().on(t.organizationId, t.recordId, t.createdAt),
    foreignKey({
      columns: [t.organizationId, t.recordId],
      foreignColumns: [record.organizationId, record.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.organizationId, t.authorId],
      foreignColumns: [member.organizationId, member.id],
    }),
  ],
);
