import { and, desc, eq, inArray, like, notInArray } from "drizzle-orm";
import { processEffect, processRun } from "@/db/schema/automation";
import type { Context, Transaction } from "@/server/platform";
import { blocksOf } from "../interpreter/definition";
import type { Ref } from "../record/read";
import { definitionOf } from "./queries";

/**
 * The last run of a visit when it ended because the record went to the trash, with the robots that had not begun
 * to act; null when it ended otherwise or goes on.
 */
export async function cutShort(
  tx: Transaction,
  ctx: Context,
  { entity, id, visit }: Ref & { visit: string },
): Promise<{ runId: string; robotIds: Set<string> } | null> {
  const runs = await tx
    .select()
    .from(processRun)
    .where(
      and(
        eq(processRun.organizationId, ctx.organizationId),
        eq(processRun.entity, entity),
        eq(processRun.recordId, id),
        like(processRun.startKey, `${visit}%`),
      ),
    )
    .orderBy(desc(processRun.startedAt), desc(processRun.id));
  const [last] = runs;
  if (last?.stopReason !== "record_gone") return null;
  const begun = await tx
    .select({ block: processEffect.block })
    .from(processEffect)
    .where(
      and(
        eq(processEffect.organizationId, ctx.organizationId),
        inArray(
          processEffect.runId,
          runs.map((run) => run.id),
        ),
        notInArray(processEffect.status, ["ordered", "dropped"]),
      ),
    );
  const done = new Set(begun.map((effect) => effect.block));
  const { body } = await definitionOf(tx, ctx, last.versionId);
  const left = blocksOf(body).filter((block) => block.type === "action" && !done.has(block.id));
  return { runId: last.id, robotIds: new Set(left.flatMap((block) => block.origin ?? [])) };
}
