import { notification } from "@/db/schema/notifications";
import { type Context, defineEvent, recordEvent, type Transaction } from "@/server/platform";
import { foldNotices } from "./fold-notices";
import type { NewNotice } from "./new-notice";
import { preferencesOf } from "./preferences";
import { notificationType } from "./registry";

const memberNotified = defineEvent<{ type: string; notificationId: string }>(
  "member.notified",
  "notification",
);

/** A letter that is to go out at once. */
export type NoticeLetter = { notificationId: string };

/**
 * Writes a notice for each member who wants this type, or adds to one they have not read where the type says how; nobody is
 * told twice of one event. @returns those written, and the letters among them
 */
export async function writeNotices(
  tx: Transaction,
  ctx: Context,
  notice: NewNotice,
): Promise<{ ids: string[]; letters: NoticeLetter[] }> {
  const { memberIds, type, data, about, eventId, actor } = notice;
  const chosen = await preferencesOf(tx, ctx, memberIds);
  const kind = notificationType(type);
  const usual = kind?.channel ?? "app";
  const wanted = memberIds.flatMap((memberId) => {
    const channel = chosen.get(memberId)?.channels[type] ?? usual;
    return channel === "off" ? [] : [{ memberId, channel }];
  });
  const folded = await foldNotices(tx, ctx, { ...notice, memberIds: wanted.map(({ memberId }) => memberId) });
  for (const { memberId, id, isNew } of folded) if (isNew) await tellBell(tx, ctx, { memberId, type, id });
  const fresh = wanted.filter(({ memberId }) => !folded.some((one) => one.memberId === memberId));
  if (fresh.length === 0) return { ids: [], letters: [] };
  const written = await tx
    .insert(notification)
    .values(
      fresh.map(({ memberId, channel }) => ({
        organizationId: ctx.organizationId,
        id: ctx.newId(),
        ...{ memberId, channel, type, eventId, actor },
        data: kind?.fold ? { ...data, events: [eventId] } : data,
        entity: about?.entity ?? null,
        recordId: about?.recordId ?? null,
        createdAt: ctx.now(),
      })),
    )
    .onConflictDoNothing({
      target: [notification.organizationId, notification.eventId, notification.memberId],
    })
    .returning({ id: notification.id, memberId: notification.memberId, channel: notification.channel });
  for (const { id, memberId } of written) await tellBell(tx, ctx, { memberId, type, id });
  return {
    ids: written.map(({ id }) => id),
    letters: written.flatMap(({ id, channel }) => (channel === "email" ? [{ notificationId: id }] : [])),
  };
}

function tellBell(
  tx: Transaction,
  ctx: Context,
  { memberId, type, id }: { memberId: string; type: string; id: string },
): Promise<void> {
  return recordEvent(tx, ctx, memberNotified, { recordId: memberId, data: { type, notificationId: id } });
}
