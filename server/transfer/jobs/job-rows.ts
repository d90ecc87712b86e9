import { and, eq } from "drizzle-orm";
import { importJob } from "@/db/schema/transfer";
import {
  AppError,
  announceChange,
  type Context,
  inOrganization,
  may,
  type Transaction,
} from "@/server/platform";
import type { Importable, ImportStatus } from "../contract";

/** An import's row, its entity one that can be imported. */
export type Job = Omit<typeof importJob.$inferSelect, "entity"> & { entity: Importable };

function mine(ctx: Context, id: string) {
  return and(eq(importJob.organizationId, ctx.organizationId), eq(importJob.id, id));
}

/** An import that the actor may see: their own, or anybody's for whoever runs the workspace. @throws NOT_FOUND */
export async function readJob(tx: Transaction, ctx: Context, id: string): Promise<Job> {
  const [job] = await tx.select().from(importJob).where(mine(ctx, id));
  return seen(ctx, job);
}

/** The same; null for one that was taken away. */
export async function findJob(tx: Transaction, ctx: Context, id: string): Promise<Job | null> {
  const [job] = await tx.select().from(importJob).where(mine(ctx, id));
  return job ? seen(ctx, job) : null;
}

/** The same, locked until the transaction ends. @throws NOT_FOUND */
export async function lockJob(tx: Transaction, ctx: Context, id: string): Promise<Job> {
  const [job] = await tx.select().from(importJob).where(mine(ctx, id)).for("update");
  return seen(ctx, job);
}

function seen(ctx: Context, job: typeof importJob.$inferSelect | undefined): Job {
  if (!job || !maySee(ctx, job)) throw new AppError("NOT_FOUND");
  return job as Job;
}

/** Is this import the actor's own, or do they run the workspace? */
export function maySee({ member }: Context, { memberId }: { memberId: string }): boolean {
  return !member || member.id === memberId || may(member, "organization.edit");
}

/** Writes into an import's row and tells the open screens. */
export async function setJob(
  tx: Transaction,
  ctx: Context,
  id: string,
  values: Partial<typeof importJob.$inferInsert>,
): Promise<void> {
  await tx
    .update(importJob)
    .set({ ...values, updatedAt: ctx.now() })
    .where(mine(ctx, id));
  await announceChange(tx, ctx, { entity: "import", id });
}

/** The same in a transaction of its own. */
export function saveJob(
  ctx: Context,
  id: string,
  values: Partial<typeof importJob.$inferInsert>,
): Promise<void> {
  return inOrganization(ctx, (tx) => setJob(tx, ctx, id, values));
}

/** @throws IMPORT_NOT_NOW when the import is in none of these states */
export function assertStatus(job: Job, ...allowed: ImportStatus[]): void {
  if (!allowed.includes(job.status)) throw new AppError("IMPORT_NOT_NOW");
}

/** Takes an import away with its file and ledger; the records it made stay. */
export async function removeJob(ctx: Context, id: string): Promise<void> {
  await inOrganization(ctx, (tx) => tx.delete(importJob).where(mine(ctx, id)));
}
