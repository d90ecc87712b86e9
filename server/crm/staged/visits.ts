import { and, desc, eq, isNull } from "drizzle-orm";
import { recordStageVisit } from "@/db/schema/crm-stages";
import type { Context, Transaction } from "@/server/platform";

type Standing = { id: string; stageId: string };

/** Opens a record's visit to the stage it now stands on. */
export async function enterStage(tx: Transaction, ctx: Context, record: Standing): Promise<void> {
  await tx.insert(recordStageVisit).values(visitOf(ctx, record));
}

function visitOf(ctx: Context, record: Standing) {
  return {
    organizationId: ctx.organizationId,
    id: ctx.newId(),
    recordId: record.id,
    stageId: record.stageId,
    enteredAt: ctx.now(),
    actor: ctx.actor,
  };
}

/** Closes a record's open visit and opens one to the stage it now stands on. */
export async function changeVisit(tx: Transaction, ctx: Context, record: Standing): Promise<void> {
  const left = tx.$with("left_stage").as(
    tx
      .update(recordStageVisit)
      .set({ leftAt: ctx.now() })
      .where(and(ofRecord(ctx, record.id), isNull(recordStageVisit.leftAt))),
  );
  await tx.with(left).insert(recordStageVisit).values(visitOf(ctx, record));
}

/** The stages a record has been on, the latest visit first. */
export async function stagesVisited(tx: Transaction, ctx: Context, recordId: string): Promise<string[]> {
  const rows = await tx
    .select({ stageId: recordStageVisit.stageId })
    .from(recordStageVisit)
    .where(ofRecord(ctx, recordId))
    .orderBy(desc(recordStageVisit.enteredAt), desc(recordStageVisit.id));
  return rows.map((row) => row.stageId);
}

function ofRecord(ctx: Context, recordId: string) {
  return and(
    eq(recordStageVisit.organizationId, ctx.organizationId),
    eq(recordStageVisit.recordId, recordId),
  );
}
