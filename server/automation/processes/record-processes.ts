import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { processActivity, processRun, processVersion } from "@/db/schema/automation";
import { authorize, type Context, inOrganization, type Transaction } from "@/server/platform";
import type { RecordProcess, RecordRef } from "../contract";
import { assertSeen } from "../record/seen";
import { type Run, robotNames } from "../runs/queries";
import { robotIdsOf, stepsOf } from "./steps";

const latest = 20;

/**
 * The record's latest runs, the newest first, with what each robot did, waits for, or failed at.
 * @throws NOT_FOUND, also when the record may not be seen
 */
export async function recordProcesses(ctx: Context, ref: RecordRef): Promise<RecordProcess[]> {
  authorize(ctx, "automation.view");
  return inOrganization(ctx, async (tx) => {
    await assertSeen(tx, ctx, ref, "view");
    const runs = await latestRuns(tx, ctx, ref);
    const lines = await linesOf(
      tx,
      ctx,
      runs.map(({ run }) => run.id),
    );
    const names = await robotNames(
      tx,
      ctx,
      runs.flatMap(({ definition }) => robotIdsOf(definition)),
    );
    return runs.map(({ run, definition }) => ({
      runId: run.id,
      kind: run.kind,
      place: run.place,
      status: run.status,
      stopReason: run.stopReason,
      startedAt: run.startedAt,
      endedAt: run.endedAt,
      steps: stepsOf(
        run,
        definition,
        lines.filter((line) => line.runId === run.id),
        names,
      ),
    }));
  });
}

function latestRuns(tx: Transaction, ctx: Context, { entity, recordId }: RecordRef) {
  return tx
    .select({ run: processRun, definition: processVersion.definition })
    .from(processRun)
    .innerJoin(
      processVersion,
      and(
        eq(processVersion.organizationId, processRun.organizationId),
        eq(processVersion.id, processRun.versionId),
      ),
    )
    .where(
      and(
        eq(processRun.organizationId, ctx.organizationId),
        eq(processRun.entity, entity),
        eq(processRun.recordId, recordId),
      ),
    )
    .orderBy(desc(processRun.startedAt), desc(processRun.id))
    .limit(latest);
}

async function linesOf(tx: Transaction, ctx: Context, runIds: Run["id"][]) {
  if (runIds.length === 0) return [];
  return tx
    .select()
    .from(processActivity)
    .where(
      and(eq(processActivity.organizationId, ctx.organizationId), inArray(processActivity.runId, runIds)),
    )
    .orderBy(asc(processActivity.at), asc(processActivity.seq), asc(processActivity.id));
}
