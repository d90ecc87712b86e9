import { and, desc, eq, isNull } from "drizzle-orm";
import { notification } from "@/db/schema/notifications";
import { assertMember } from "@/server/identity";
import { type Context, defineEvent, inOrganization, invariant, recordEvent } from "@/server/platform";

const memberNotified = defineEvent<{ type: string }>("member.notified", "member");

export type NotificationInput = {
  memberId: string;
  /** Picks the words: `robot` carries `{ text }`. */
  type: "robot";
  data: Record<string, unknown>;
  about: { entity: string; recordId: string } | null;
};

/** Tells a member something in the app. @throws INVALID when they are not of this organization */
export async function notifyMember(ctx: Context, input: NotificationInput): Promise<{ id: string }> {
  return inOrganization(ctx, async (tx) => {
    await assertMember(tx, ctx, input.memberId);
    const id = ctx.newId();
    await tx.insert(notification).values({
      organizationId: ctx.organizationId,
      id,
      memberId: input.memberId,
      type: input.type,
      data: input.data,
      entity: input.about?.entity ?? null,
      recordId: input.about?.recordId ?? null,
    });
    await recordEvent(tx, ctx, memberNotified, { recordId: input.memberId, data: { type: input.type } });
    return { id };
  });
}

/** The member's own latest notices and how many are unread. */
export async function myNotifications(ctx: Context) {
  const memberId = ctx.member?.id;
  invariant(memberId, "only members read notifications");
  return inOrganization(ctx, async (tx) => {
    const mine = and(
      eq(notification.organizationId, ctx.organizationId),
      eq(notification.memberId, memberId),
    );
    const items = await tx
      .select()
      .from(notification)
      .where(mine)
      .orderBy(desc(notification.createdAt))
      .limit(50);
    const unread = await tx.$count(notification, and(mine, isNull(notification.readAt)));
    return { items, unread };
  });
}

/** Marks all of the member's notices read. */
export async function readNotifications(ctx: Context): Promise<void> {
  const memberId = ctx.member?.id;
  invariant(memberId, "only members read notifications");
  await inOrganization(ctx, (tx) =>
    tx
      .update(notification)
      .set({ readAt: ctx.now() })
      .where(
        and(
          eq(notification.organizationId, ctx.organizationId),
          eq(notification.memberId, memberId),
          isNull(notification.readAt),
        ),
      ),
  );
}
