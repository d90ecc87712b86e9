import { stagesVisited } from "@/server/crm/staged";
import { firstStage, liveStage } from "@/server/pipelines";
import type { LiveStage } from "@/server/pipelines/contract";
import { AppError, type Context, type Transaction } from "@/server/platform";
import type { Lead } from "./contract";

/** The open stage a closed lead stood on last; the pipeline's first one when that is gone. @throws STAGE_GONE */
export async function openStageBefore(tx: Transaction, ctx: Context, lead: Lead): Promise<LiveStage> {
  for (const stageId of new Set(await stagesVisited(tx, ctx, lead.id))) {
    const stage = await liveStage(tx, ctx, stageId, "lead").catch(absent);
    if (stage?.outcome === "open") return stage;
  }
  return firstStage(tx, ctx, "lead", { outcome: "open", pipelineId: lead.pipelineId });
}

function absent(error: unknown): null {
  if (error instanceof AppError && error.code === "STAGE_GONE") return null;
  throw error;
}
