import { announceChange, type Context, inOrganization, recordEvent } from "@/server/platform";
import { importFinished } from "../events";
import { lockJob, setJob } from "../jobs/job-rows";

/** Closes an import whose rows are all done. */
export async function finishImport(ctx: Context, { importId }: { importId: string }): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const job = await lockJob(tx, ctx, importId);
    if (job.status !== "running") return;
    await setJob(tx, ctx, importId, { status: "done", finishedAt: ctx.now() });
    // Lists fetch anew once, not with every chunk.
    await announceChange(tx, ctx, { entity: "imported", id: importId });
    const { created, updated, rejected } = job.counts;
    await recordEvent(tx, ctx, importFinished, {
      recordId: importId,
      data: { importId, of: job.entity, created, updated, rejected },
    });
  });
}

/** Marks an import that could not go on; what is done stays done, and it can be gone on with or undone. */
export async function failImport(
  ctx: Context,
  { importId }: { importId: string },
  code: string,
): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const job = await lockJob(tx, ctx, importId);
    if (job.status !== "running" && job.status !== "undoing") return;
    await setJob(tx, ctx, importId, { status: "failed", fault: { code }, finishedAt: ctx.now() });
  });
}
