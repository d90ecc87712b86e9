import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { ActivityDetail } from "@/server/automation/activity-detail";
import type { Definition, Json } from "@/server/automation/interpreter/definition";
import type { Miss } from "@/server/automation/interpreter/explain";
import type { InboxSignal } from "@/server/automation/interpreter/signal";
import type { Fault, RunState } from "@/server/automation/interpreter/state";
import type { Timing } from "@/server/automation/robots/timing";
import type { Filter } from "@/server/filter";
import type { Actor, Cause } from "@/server/platform/context";
import type { AutomatedEntity } from "@/server/platform/permissions";
import { instant, ownRow, stamps, table, textC } from "./_columns";
import { organization } from "./identity";
import { pipeline, stage } from "./pipelines";

/**
 * Condition + time + action at a place: a stage, which `stage_id` repeats, or a status such as `invoice:paid`. A null
 * condition always holds.
 */
export const robot = table(
  "robot",
  {
    ...ownRow(),
    place: text().notNull(),
    pipelineId: uuid(),
    stageId: uuid(),
    position: textC().notNull(),
    name: text().notNull(),
    actionType: text().notNull(),
    params: jsonb().$type<Record<string, Json>>().notNull(),
    condition: jsonb().$type<Filter>(),
    timing: jsonb().$type<Timing>().notNull(),
    runMode: text().$type<"after_previous" | "parallel">().notNull().default("after_previous"),
    enabled: boolean().notNull().default(true),
    deletedAt: instant(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index("robot_place").on(t.organizationId, t.place, t.position),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("cascade"),
    foreignKey({
      columns: [t.organizationId, t.pipelineId],
      foreignColumns: [pipeline.organizationId, pipeline.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.organizationId, t.stageId],
      foreignColumns: [stage.organizationId, stage.id],
    }).onDelete("cascade"),
    check("robot_run_mode", sql`${t.runMode} in ('after_previous','parallel')`),
    check("robot_stands", sql`(${t.stageId} is null) = (${t.pipelineId} is null)`),
    check(
      "robot_place_known",
      sql`coalesce(${t.place} = ${t.stageId}::text, ${t.place} ~ '^[a-z_]+:[a-z_]+$')`,
    ),
  ],
);

/** What can be run: a place's robots, later also designed processes. One per place for robots. */
export const processDefinition = table(
  "process_definition",
  {
    ...ownRow(),
    kind: text().$type<"robots">().notNull(),
    place: text().notNull(),
    stageId: uuid(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique("process_definition_place").on(t.organizationId, t.kind, t.place),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("cascade"),
    foreignKey({
      columns: [t.organizationId, t.stageId],
      foreignColumns: [stage.organizationId, stage.id],
    }).onDelete("cascade"),
    check("process_definition_kind", sql`${t.kind} in ('robots')`),
    check(
      "process_definition_place_known",
      sql`coalesce(${t.place} = ${t.stageId}::text, ${t.place} ~ '^[a-z_]+:[a-z_]+$')`,
    ),
  ],
);

/** An immutable edition; a run keeps the one it started with. Equal content is the same edition. */
export const processVersion = table(
  "process_version",
  {
    ...ownRow(),
    definitionId: uuid().notNull(),
    contentHash: text().notNull(),
    definition: jsonb().$type<Definition>().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique("process_version_content").on(t.organizationId, t.definitionId, t.contentHash),
    foreignKey({
      columns: [t.organizationId, t.definitionId],
      foreignColumns: [processDefinition.organizationId, processDefinition.id],
    }).onDelete("cascade"),
  ],
);

/** One execution over one record. `startKey` names what it answers to, so that a second delivery starts nothing. */
export const processRun = table(
  "process_run",
  {
    ...ownRow(),
    kind: text().$type<"robots">().notNull(),
    versionId: uuid().notNull(),
    entity: text().$type<AutomatedEntity>().notNull(),
    recordId: uuid().notNull(),
    /** Where the record stood: a stage's id, or a status. */
    place: text().notNull(),
    startKey: text().notNull(),
    status: text().$type<"running" | "done" | "failed" | "stopped">().notNull(),
    stopReason: text(),
    state: jsonb().$type<RunState>().notNull(),
    causes: jsonb().$type<Cause[]>().notNull(),
    startedBy: jsonb().$type<Actor>().notNull(),
    startedAt: instant().notNull(),
    endedAt: instant(),
    /** Set while a wake is due; a sweep finds the ones whose wake was lost. */
    wakeDueAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique("process_run_start").on(t.organizationId, t.startKey),
    index("process_run_record").on(t.organizationId, t.entity, t.recordId, t.startedAt.desc()),
    index("process_run_active").on(t.organizationId, t.entity, t.recordId).where(sql`status = 'running'`),
    index("process_run_wake").on(t.wakeDueAt).where(sql`wake_due_at is not null`),
    foreignKey({
      columns: [t.organizationId, t.versionId],
      foreignColumns: [processVersion.organizationId, processVersion.id],
    }).onDelete("cascade"),
    check("process_run_status", sql`${t.status} in ('running','done','failed','stopped')`),
    check("process_run_kind", sql`${t.kind} in ('robots')`),
  ],
);

/** The log: append-only; of a block's visit the last line counts. */
export const processActivity = table(
  "process_activity",
  {
    ...ownRow(),
    runId: uuid().notNull(),
    block: text().notNull(),
    visit: integer().notNull(),
    robotId: uuid(),
    status: text().$type<"ran" | "waiting" | "failed" | "stopped" | "skipped">().notNull(),
    detail: jsonb().$type<ActivityDetail>().notNull(),
    error: jsonb().$type<Fault>(),
    at: instant().notNull(),
    dueAt: instant(),
    /** Order inside one wake, where instants are equal. */
    seq: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index().on(t.organizationId, t.runId, t.at, t.seq),
    foreignKey({
      columns: [t.organizationId, t.runId],
      foreignColumns: [processRun.organizationId, processRun.id],
    }).onDelete("cascade"),
    check("process_activity_status", sql`${t.status} in ('ran','waiting','failed','stopped','skipped')`),
  ],
);

/** When a waiting block is due: the truth that sleepers are checked against. */
export const processTimer = table(
  "process_timer",
  {
    organizationId: uuid().notNull(),
    runId: uuid().notNull(),
    block: text().notNull(),
    visit: integer().notNull(),
    dueAt: instant().notNull(),
    status: text().$type<"waiting" | "done" | "cancelled">().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.runId, t.block, t.visit] }),
    index("process_timer_due").on(t.dueAt).where(sql`status = 'waiting'`),
    foreignKey({
      columns: [t.organizationId, t.runId],
      foreignColumns: [processRun.organizationId, processRun.id],
    }).onDelete("cascade"),
    check("process_timer_status", sql`${t.status} in ('waiting','done','cancelled')`),
  ],
);

/** Signals a run has not taken yet. */
export const processInbox = table(
  "process_inbox",
  {
    ...ownRow(),
    runId: uuid().notNull(),
    signal: jsonb().$type<InboxSignal>().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index().on(t.organizationId, t.runId, t.id),
    index("process_inbox_age").on(t.createdAt),
    foreignKey({
      columns: [t.organizationId, t.runId],
      foreignColumns: [processRun.organizationId, processRun.id],
    }).onDelete("cascade"),
  ],
);

/** The ledger of effects: `key` is `run:block:visit`; a settled row is never performed again. */
export const processEffect = table(
  "process_effect",
  {
    organizationId: uuid().notNull(),
    runId: uuid().notNull(),
    block: text().notNull(),
    visit: integer().notNull(),
    attempt: integer().notNull(),
    key: text().notNull(),
    actionType: text().notNull(),
    params: jsonb().$type<Record<string, Json>>().notNull(),
    status: text().$type<"ordered" | "started" | "done" | "failed" | "dropped">().notNull(),
    result: jsonb().$type<Json>(),
    error: jsonb().$type<Fault>(),
    orderedAt: instant().notNull(),
    /** When somebody took it up; one who holds it too long is taken for dead. */
    startedAt: instant(),
    settledAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.runId, t.block, t.visit] }),
    unique("process_effect_key").on(t.organizationId, t.key),
    index("process_effect_open").on(t.orderedAt).where(sql`status in ('ordered','started')`),
    foreignKey({
      columns: [t.organizationId, t.runId],
      foreignColumns: [processRun.organizationId, processRun.id],
    }).onDelete("cascade"),
    check("process_effect_status", sql`${t.status} in ('ordered','started','done','failed','dropped')`),
  ],
);

/** At most two active processes per record: the primary key holds what no race can exceed. */
export const processSlot = table(
  "process_slot",
  {
    organizationId: uuid().notNull(),
    entity: text().notNull(),
    recordId: uuid().notNull(),
    slot: integer().notNull(),
    runId: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.entity, t.recordId, t.slot] }),
    unique("process_slot_run").on(t.organizationId, t.runId),
    foreignKey({
      columns: [t.organizationId, t.runId],
      foreignColumns: [processRun.organizationId, processRun.id],
    }).onDelete("cascade"),
    check("process_slot_number", sql`${t.slot} in (1, 2)`),
  ],
);

/** Every evaluation of a robot's condition, the misses too: which clause failed and what it saw. */
export const robotDecision = table(
  "robot_decision",
  {
    ...ownRow(),
    runId: uuid().notNull(),
    robotId: uuid().notNull(),
    entity: text().notNull(),
    recordId: uuid().notNull(),
    visit: integer().notNull(),
    matched: boolean().notNull(),
    misses: jsonb().$type<Miss[]>().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index("robot_decision_robot").on(t.organizationId, t.robotId, t.at),
    index("robot_decision_record").on(t.organizationId, t.entity, t.recordId, t.at.desc()),
    foreignKey({
      columns: [t.organizationId, t.runId],
      foreignColumns: [processRun.organizationId, processRun.id],
    }).onDelete("cascade"),
  ],
);
