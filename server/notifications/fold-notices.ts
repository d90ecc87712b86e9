import { and, desc, eq, gt, inArray, sql } from "drizzle-orm";
import { notification } from "@/db/schema/notifications";
import type { Context, Transaction } from "@/server/platform";
import type { NewNotice } from "./new-notice";
import { notificationType } from "./registry";

const withinMinutes = 60;

export type Folded = {
  memberId: string;
  id: string;
  /** False where the notice had told of this very event already. */
  isNew: boolean;
};

/**
 * Lets notices that members have not read take in what happened now, by the rule of their type: the same person, the
 * same record, within the hour. One that went out as a letter stays as it is. @returns those taken in, a member each
 */
export async function foldNotices(
  tx: Transaction,
  ctx: Context,
  { memberIds, type, data, about, eventId, actor }: NewNotice,
): Promise<Folded[]> {
  const kind = notificationType(type);
  if (!kind?.fold || !about || !eventId || memberIds.length === 0) return [];
  const since = new Date(ctx.now().getTime() - withinMinutes * 60_000);
  const recent = await tx
    .select()
    .from(notification)
    .where(
      and(
        eq(notification.organizationId, ctx.organizationId),
        inArray(notification.memberId, [...memberIds]),
        eq(notification.type, type),
        eq(notification.recordId, about.recordId),
        gt(notification.createdAt, since),
        sql`${notification.actor} ->> 'id' = ${actor.id}`,
      ),
    )
    .orderBy(desc(notification.createdAt), desc(notification.id))
    .for("update");
  const folded: Folded[] = [];
  for (const memberId of memberIds) {
    const mine = recent.filter((row) => row.memberId === memberId);
    const told = mine.find((row) => eventsIn(row).includes(eventId));
    if (told) folded.push({ memberId, id: told.id, isNew: false });
    const open = mine.find(({ readAt, emailedAt }) => !readAt && !emailedAt);
    if (told || !open) continue;
    const events = [...eventsIn(open), eventId];
    await tx
      .update(notification)
      .set({ data: { ...kind.fold(open.data, data), events }, createdAt: ctx.now() })
      .where(and(eq(notification.organizationId, ctx.organizationId), eq(notification.id, open.id)));
    folded.push({ memberId, id: open.id, isNew: true });
  }
  return folded;
}

// Every event that a notice tells of.
function eventsIn({ data: { events } }: typeof notification.$inferSelect): unknown[] {
  return Array.isArray(events) ? events : [];
}
