import { sql } from "drizzle-orm";
import { check, foreignKey, index, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { StagedEntity } from "@/server/platform/permissions";
import { instant, ownRow, stamps, table, textC } from "./_columns";
import { organization } from "./identity";

/** Ordered stages of one kind of record. */
export const pipeline = table(
  "pipeline",
  {
    ...ownRow(),
    entity: text().$type<StagedEntity>().notNull().default("deal"),
    name: text().notNull(),
    position: textC().notNull(),
    archivedAt: instant(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("cascade"),
    check("pipeline_entity", sql`${t.entity} in ('deal','lead')`),
  ],
);

/** A position in a pipeline; its outcome says whether a record there is open, won or lost. */
export const stage = table(
  "stage",
  {
    ...ownRow(),
    pipelineId: uuid().notNull(),
    name: text().notNull(),
    colour: text().notNull(),
    position: textC().notNull(),
    outcome: text().$type<"open" | "won" | "lost">().notNull(),
    requiredFields: jsonb().$type<string[]>().notNull().default([]),
    archivedAt: instant(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index().on(t.organizationId, t.pipelineId, t.position),
    foreignKey({
      columns: [t.organizationId, t.pipelineId],
      foreignColumns: [pipeline.organizationId, pipeline.id],
    }).onDelete("cascade"),
    check("stage_outcome", sql`${t.outcome} in ('open','won','lost')`),
  ],
);

/**
 * Why a deal or a lead was lost; technical reasons (duplicate, test) never count as losses. `leadKind` is what a lead
 * closed for the reason turns out to be; null where that follows from the class.
 */
export const lossReason = table(
  "loss_reason",
  {
    ...ownRow(),
    name: text().notNull(),
    class: text().$type<"real" | "technical">().notNull(),
    leadKind: text().$type<"duplicate" | "test" | "spam">(),
    position: textC().notNull(),
    archivedAt: instant(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("cascade"),
    check("loss_reason_class", sql`${t.class} in ('real','technical')`),
    check("loss_reason_lead_kind", sql`${t.leadKind} in ('duplicate','test','spam')`),
  ],
);

/** Where an enquiry came from. */
export const source = table(
  "source",
  { ...ownRow(), name: text().notNull(), position: textC().notNull(), archivedAt: instant(), ...stamps() },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("cascade"),
  ],
);
