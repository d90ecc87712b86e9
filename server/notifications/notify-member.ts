import { assertMember } from "@/server/identity";
import { type Context, inOrganization } from "@/server/platform";
import { writeNotices } from "./write-notices";

export type NotificationInput = {
  memberId: string;
  /** Picks the words: `robot` carries `{ text }`. */
  type: "robot";
  data: Record<string, unknown>;
  about: { entity: string; recordId: string } | null;
  /** The event it tells of in better words: no other notice will tell the member of it. */
  eventId?: string | null;
};

/** Tells a member something in the app, unless they asked not to be told. @throws INVALID when they are not of this organization */
export async function notifyMember(
  ctx: Context,
  { memberId, type, data, about, eventId = null }: NotificationInput,
): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    await assertMember(tx, ctx, memberId);
    await writeNotices(tx, ctx, {
      ...{ type, data, about, eventId },
      memberIds: [memberId],
      actor: ctx.actor,
    });
  });
}
