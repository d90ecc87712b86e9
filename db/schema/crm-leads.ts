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
import type { Made } from "@/server/crm/leads/contract";
import { customColumns, instant, ownRow, slotIndexes, stamps, table, textC } from "./_columns";
import { company, contact, deal } from "./crm";
import { record } from "./crm-records";
import { member, organization } from "./identity";
import { lossReason, pipeline, source, stage } from "./pipelines";

/**
 * An enquiry not yet qualified. `phone` and `email` repeat the first of its contact points; `contactId`, `companyId` and
 * `dealId` are what it became. Of `kind` only "real" counts in reports.
 */
export const lead = table(
  "lead",
  {
    ...ownRow(),
    title: text().notNull(),
    titleLower: text().notNull(),
    name: text(),
    companyName: text(),
    phone: text(),
    email: text(),
    comment: text(),
    kind: text().$type<"real" | "duplicate" | "test" | "spam">().notNull().default("real"),
    amountMinor: bigint({ mode: "number" }).notNull().default(0),
    currency: text().notNull(),
    ownerId: uuid(),
    sourceId: uuid(),
    utmSource: text(),
    utmMedium: text(),
    utmCampaign: text(),
    utmContent: text(),
    utmTerm: text(),
    page: text(),
    referrer: text(),
    pipelineId: uuid().notNull(),
    stageId: uuid().notNull(),
    outcome: text().$type<"open" | "won" | "lost">().notNull(),
    position: textC().notNull(),
    stageEnteredAt: instant().notNull(),
    closedAt: instant(),
    lossReasonId: uuid(),
    convertedAt: instant(),
    /** What the conversion made anew, so that it can be taken back; null while there is none. */
    made: jsonb().$type<Made>(),
    contactId: uuid(),
    companyId: uuid(),
    dealId: uuid(),
    isSample: boolean().notNull().default(false),
    version: integer().notNull().default(1),
    deletedAt: instant(),
    ...customColumns(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    ...slotIndexes("lead", t),
    foreignKey({
      columns: [t.organizationId, t.id],
      foreignColumns: [record.organizationId, record.id],
    }).onDelete("cascade"),
    index("lead_board")
      .on(t.organizationId, t.pipelineId, t.stageId, t.position, t.id)
      .where(sql`deleted_at is null`),
    index("lead_totals")
      .on(t.organizationId, t.pipelineId, t.stageId, t.currency, t.ownerId, t.amountMinor)
      .where(sql`deleted_at is null`),
    index("lead_list").on(t.organizationId, t.createdAt, t.id).where(sql`deleted_at is null`),
    index("lead_owner")
      .on(t.organizationId, t.ownerId, t.pipelineId, t.stageId, t.position, t.id)
      .where(sql`deleted_at is null`),
    index("lead_deal").on(t.organizationId, t.dealId).where(sql`deal_id is not null`),
    index("lead_contact").on(t.organizationId, t.contactId).where(sql`contact_id is not null`),
    index("lead_company").on(t.organizationId, t.companyId).where(sql`company_id is not null`),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("cascade"),
    foreignKey({
      columns: [t.organizationId, t.pipelineId],
      foreignColumns: [pipeline.organizationId, pipeline.id],
    }),
    foreignKey({ columns: [t.organizationId, t.stageId], foreignColumns: [stage.organizationId, stage.id] }),
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
    foreignKey({
      columns: [t.organizationId, t.contactId],
      foreignColumns: [contact.organizationId, contact.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.companyId],
      foreignColumns: [company.organizationId, company.id],
    }),
    foreignKey({ columns: [t.organizationId, t.dealId], foreignColumns: [deal.organizationId, deal.id] }),
    check("lead_outcome", sql`${t.outcome} in ('open','won','lost')`),
    check("lead_kind", sql`${t.kind} in ('real','duplicate','test','spam')`),
    check("lead_currency", sql`${t.currency} ~ '^[A-Z]{3}$'`),
  ],
);
