import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { notification } from "@/db/schema/notifications";
import { visibleAmong } from "@/server/crm/registry";
import { announceChange, type Context, inOrganization } from "@/server/platform";
import type { ListNotices, NoticePage, ReadNotices } from "./contract";
import { reader } from "./preferences";
import { noticeOf } from "./wording";

/** The member's own notices, the newest first, and how many are unread in all. */
export async function myNotifications(
  ctx: Context,
  { unread: unreadOnly, cursor, limit }: ListNotices,
): Promise<NoticePage> {
  return inOrganization(ctx, async (tx) => {
    const older = cursor
      ? sql`(${notification.createdAt}, ${notification.id}) < (${cursor.createdAt.toISOString()}::timestamptz, ${cursor.id}::uuid)`
      : undefined;
    const rows = await tx
      .select()
      .from(notification)
      .where(and(mine(ctx), older, unreadOnly ? isNull(notification.readAt) : undefined))
      .orderBy(desc(notification.createdAt), desc(notification.id))
      .limit(limit + 1);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    // A title is told to those who may see the record now.
    const ids = page.flatMap(({ recordId }) => recordId ?? []);
    const seen = [...(await visibleAmong(tx, ctx, ids)).values()];
    const titles = Object.fromEntries(seen.map(({ id, title }) => [id, title]));
    return {
      items: page.map((row) => noticeOf(row, titles, ctx.language)),
      unread: await tx.$count(notification, and(mine(ctx), isNull(notification.readAt))),
      nextCursor: rows.length > limit && last ? { createdAt: last.createdAt, id: last.id } : null,
    };
  });
}

/** Marks notices of one's own read: some, those about a record, or all. */
export async function readNotifications(ctx: Context, { ids, recordId }: ReadNotices): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const read = await tx
      .update(notification)
      .set({ readAt: ctx.now() })
      .where(
        and(
          mine(ctx),
          isNull(notification.readAt),
          ids && inArray(notification.id, ids),
          recordId ? eq(notification.recordId, recordId) : undefined,
        ),
      )
      .returning({ id: notification.id });
    if (read.length > 0) await announceChange(tx, ctx, { entity: "notification", id: reader(ctx) });
  });
}

function mine(ctx: Context) {
  return and(eq(notification.organizationId, ctx.organizationId), eq(notification.memberId, reader(ctx)));
}
