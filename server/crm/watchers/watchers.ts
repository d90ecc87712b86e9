import { and, asc, eq } from "drizzle-orm";
import { recordWatcher } from "@/db/schema/crm-around";
import { seersOf, subjectOf } from "@/server/crm/registry";
import { memberNames, namedMember } from "@/server/identity";
import {
  AppError,
  announceChange,
  authorize,
  type Context,
  inOrganization,
  type Transaction,
} from "@/server/platform";
import type { Watcher, WatchRecord } from "./contract";

/** Who watches a record, the first to come first. @throws NOT_FOUND */
export async function listWatchers(ctx: Context, { recordId }: { recordId: string }): Promise<Watcher[]> {
  return inOrganization(ctx, async (tx) => {
    await subjectOf(tx, ctx, recordId);
    const rows = await tx
      .select({ memberId: recordWatcher.memberId, name: namedMember.name })
      .from(recordWatcher)
      .leftJoin(
        namedMember,
        and(
          eq(namedMember.organizationId, recordWatcher.organizationId),
          eq(namedMember.id, recordWatcher.memberId),
        ),
      )
      .where(ofRecord(ctx, recordId))
      .orderBy(asc(recordWatcher.createdAt), asc(recordWatcher.id));
    return rows.map((row) => ({ ...row, name: row.name ?? "" }));
  });
}

/**
 * Makes a member watch a record: oneself, or a colleague for whoever may edit it.
 * @throws NOT_FOUND, FORBIDDEN, MEMBER_NOT_FOUND, MEMBER_CANNOT_SEE
 */
export async function watchRecord(ctx: Context, { recordId, memberId }: WatchRecord): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const subject = await subjectOf(tx, ctx, recordId);
    const who = memberId ?? ctx.member?.id;
    if (!who) throw new AppError("MEMBER_NOT_FOUND", {}, { field: "memberId" });
    if (who !== ctx.member?.id) authorize(ctx, `${subject.entity}.edit`, subject);
    const seers = await seersOf(tx, ctx, subject);
    if (!seers.some((one) => one.id === who)) {
      const { [who]: name } = await memberNames(tx, ctx, [who]);
      if (!name) throw new AppError("MEMBER_NOT_FOUND", {}, { field: "memberId" });
      throw new AppError("MEMBER_CANNOT_SEE", { name }, { field: "memberId" });
    }
    await addWatchers(tx, ctx, { recordId, memberIds: [who], reason: "asked" });
    await announceChange(tx, ctx, { entity: subject.entity, id: recordId });
  });
}

/** Ends watching; who does not watch stays so. @throws NOT_FOUND, FORBIDDEN for a colleague's without the right to edit */
export async function unwatchRecord(ctx: Context, { recordId, memberId }: WatchRecord): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const subject = await subjectOf(tx, ctx, recordId);
    const who = memberId ?? ctx.member?.id;
    if (!who) return;
    if (who !== ctx.member?.id) authorize(ctx, `${subject.entity}.edit`, subject);
    await tx.delete(recordWatcher).where(and(ofRecord(ctx, recordId), eq(recordWatcher.memberId, who)));
    await announceChange(tx, ctx, { entity: subject.entity, id: recordId });
  });
}

type Added = { recordId: string; memberIds: readonly string[]; reason: "asked" | "owner" | "mention" };

/** Members who came to watch a record, by a rule or by hand; those who do already are left as they are. */
export async function addWatchers(
  tx: Transaction,
  ctx: Context,
  { recordId, memberIds, reason }: Added,
): Promise<void> {
  if (memberIds.length === 0) return;
  await tx
    .insert(recordWatcher)
    .values(
      memberIds.map((memberId) => ({
        organizationId: ctx.organizationId,
        id: ctx.newId(),
        recordId,
        memberId,
        reason,
        createdAt: ctx.now(),
      })),
    )
    .onConflictDoNothing();
}

/** The ids of those who watch a record, whoever asks. */
export async function watcherIds(tx: Transaction, ctx: Context, recordId: string): Promise<string[]> {
  const rows = await tx
    .select({ memberId: recordWatcher.memberId })
    .from(recordWatcher)
    .where(ofRecord(ctx, recordId));
  return rows.map((row) => row.memberId);
}

function ofRecord(ctx: Context, recordId: string) {
  return and(eq(recordWatcher.organizationId, ctx.organizationId), eq(recordWatcher.recordId, recordId));
}
