import type { PgColumn } from "drizzle-orm/pg-core";
import type { BaseRecord, Changes, RecordType, Standing } from "@/server/crm/records";
import type { RecordTable } from "@/server/fields";
import type { LiveStage, Stage } from "@/server/pipelines/contract";
import type { Context, EventType, StagedEntity, Transaction } from "@/server/platform";

/** What the row of everything that stands on a stage has. */
export type StagedRow = BaseRecord & {
  pipelineId: string;
  stageId: string;
  outcome: Stage["outcome"];
  position: string;
  stageEnteredAt: Date;
  closedAt: Date | null;
  lossReasonId: string | null;
};

/** Where a row of these stands. */
export function onStage({ stageId, stageEnteredAt }: StagedRow): Standing {
  return { place: stageId, since: stageEnteredAt };
}

export type StagedTable = RecordTable & {
  ownerId: PgColumn;
  pipelineId: PgColumn;
  stageId: PgColumn;
  outcome: PgColumn;
  position: PgColumn;
  currency: PgColumn;
  amountMinor: PgColumn;
};

type About = { title: string; stageId: string; pipelineId: string };

/** A kind of record that stands on stages: what moving and the board need of it. */
export type StagedType<Row extends StagedRow = StagedRow> = Omit<RecordType<Row>, "events"> & {
  entity: StagedEntity;
  table: StagedTable;
  /** May it go there, besides what the stage requires? @throws when not */
  mayMove?(row: Row, stage: LiveStage): void;
  /** What else changes with the stage. */
  moved?(tx: Transaction, ctx: Context, row: Row, entered: Entered): Promise<Partial<Row>>;
  events: {
    created: EventType<About>;
    updated: EventType<{ title: string; changes: Changes }>;
    deleted: EventType<{ title: string }>;
    restored: EventType<{ title: string }>;
    stageChanged: EventType<About & { fromStageId: string; lossReasonId: string | null }>;
    reordered: EventType<{ stageId: string }>;
  };
};

/** A stage as it is entered: with the loss reason given, where the stage is a lost one. */
export type Entered = { stage: LiveStage; lossReasonId: string | null };
