import { recordTypeOf } from "@/server/crm/registry";
import { AppError, announceChange, type Context, inOrganization, type Transaction } from "@/server/platform";
import { bulkActions } from "./actions";
import type { BulkAction } from "./bulk-action";
import { type BulkJob, mostAtOnce } from "./contract";
import { jobOf, lockJob, nextItems, setJob, settleItem } from "./jobs";

/** So many records are changed in one transaction. */
const batch = 100;

/**
 * Goes on with a job by one batch, forwards or back, and commits what became of each record together with the change:
 * called again after a crash it goes on where it was. @returns whether there is more to do
 */
export async function runBulkBatch(ctx: Context, { jobId }: { jobId: string }): Promise<boolean> {
  return inOrganization(ctx, async (tx) => {
    const job = await lockJob(tx, ctx, jobId);
    const action = bulkActions[job.action];
    if (!action || (job.state !== "running" && job.state !== "undoing")) return false;
    const counts =
      job.state === "running" ? await forwards(tx, ctx, job, action) : await back(tx, ctx, job, action);
    const left = await nextItems(tx, ctx, jobId, job.state === "running" ? "waiting" : "done", 1);
    const over = left.length === 0;
    const end = job.state === "running" ? "done" : "undone";
    await setJob(tx, ctx, jobId, { ...counts, ...(over && { state: end, finishedAt: ctx.now() }) });
    await announceChange(tx, ctx, { entity: "bulk_job", id: jobId });
    return !over;
  });
}

/** Runs a short job, or its undoing, to its end. */
export async function finishNow(ctx: Context, jobId: string): Promise<BulkJob> {
  for (let turn = 0; turn <= mostAtOnce / batch; turn++) {
    if (!(await runBulkBatch(ctx, { jobId }))) break;
  }
  return inOrganization(ctx, (tx) => jobOf(tx, ctx, jobId));
}

type Job = Awaited<ReturnType<typeof lockJob>>;

async function forwards(tx: Transaction, ctx: Context, job: Job, action: BulkAction) {
  const type = recordTypeOf(job.entity);
  let { done, refused } = job;
  for (const item of await nextItems(tx, ctx, job.id, "waiting", batch)) {
    const trace = await unlessRefused(tx, (inner) => action.apply(inner, ctx, type, item.id, job.params));
    if (trace instanceof AppError) {
      refused += 1;
      const { code, data } = trace;
      await settleItem(tx, ctx, item, { state: "refused", refusal: code, refusalData: data });
    } else {
      done += 1;
      await settleItem(tx, ctx, item, { state: "done", ...trace });
    }
  }
  return { done, refused };
}

async function back(tx: Transaction, ctx: Context, job: Job, action: BulkAction) {
  const type = recordTypeOf(job.entity);
  let { undone, kept } = job;
  for (const item of await nextItems(tx, ctx, job.id, "done", batch)) {
    const trace = { before: item.before ?? {}, version: item.version ?? 0 };
    const refusal = await unlessRefused(tx, (inner) => action.revert(inner, ctx, type, item.id, trace));
    const isKept = refusal instanceof AppError;
    if (isKept) kept += 1;
    else undone += 1;
    const state = isKept ? "kept" : "undone";
    await settleItem(tx, ctx, item, { state, refusal: isKept ? refusal.code : null });
  }
  return { undone, kept };
}

// A savepoint a record: what one refusal had begun is taken back, and the others stay.
async function unlessRefused<T>(
  tx: Transaction,
  work: (inner: Transaction) => Promise<T>,
): Promise<T | AppError> {
  try {
    return await tx.transaction((inner) => work(inner));
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
