import { and, eq, inArray } from "drizzle-orm";
import { notificationPreference as preference } from "@/db/schema/notifications";
import { AppError, type Context, inOrganization, invariant, type Transaction } from "@/server/platform";
import type { ChangeNotificationSettings, Channel, NotificationSettings } from "./contract";
import { notificationType, notificationTypes } from "./registry";

export const defaultDigestHour = 9;

/** How the member wants to be told of each type. */
export async function notificationSettings(ctx: Context): Promise<NotificationSettings> {
  const memberId = reader(ctx);
  const own = await inOrganization(ctx, (tx) => preferencesOf(tx, ctx, [memberId]));
  const chosen = own.get(memberId);
  return {
    types: notificationTypes.map(({ type, label, hint, channel }) => ({
      ...{ type, label, hint },
      channel: chosen?.channels[type] ?? channel,
    })),
    digestHour: chosen?.digestHour ?? defaultDigestHour,
  };
}

/** Changes one's own settings; types that are not named stay as they are. @throws INVALID at `channels` */
export async function changeNotificationSettings(
  ctx: Context,
  { channels = {}, digestHour }: ChangeNotificationSettings,
): Promise<NotificationSettings> {
  const memberId = reader(ctx);
  const unknown = Object.keys(channels).find((type) => !notificationType(type));
  if (unknown) throw new AppError("INVALID", { name: unknown }, { field: "channels" });
  await inOrganization(ctx, async (tx) => {
    const before = (await preferencesOf(tx, ctx, [memberId], "update")).get(memberId);
    const next = {
      channels: { ...before?.channels, ...channels },
      digestHour: digestHour ?? before?.digestHour ?? defaultDigestHour,
    };
    await writePreference(tx, ctx, memberId, next);
  });
  return notificationSettings(ctx);
}

export type Preference = { channels: Record<string, Channel>; digestHour: number; digestDay: string | null };

/** What members chose, by id; who never chose is not there. */
export async function preferencesOf(
  tx: Transaction,
  ctx: Context,
  memberIds: readonly string[],
  lock?: "update",
): Promise<Map<string, Preference>> {
  if (memberIds.length === 0) return new Map();
  const query = tx
    .select({
      memberId: preference.memberId,
      channels: preference.channels,
      digestHour: preference.digestHour,
      digestDay: preference.digestDay,
    })
    .from(preference)
    .where(
      and(eq(preference.organizationId, ctx.organizationId), inArray(preference.memberId, [...memberIds])),
    );
  const rows = lock ? await query.for(lock) : await query;
  return new Map(rows.map(({ memberId, ...row }) => [memberId, row]));
}

/** Writes what a member chose, or the day of their last digest. */
export async function writePreference(
  tx: Transaction,
  ctx: Context,
  memberId: string,
  values: Partial<Preference>,
): Promise<void> {
  await tx
    .insert(preference)
    .values({ organizationId: ctx.organizationId, id: ctx.newId(), memberId, ...values })
    .onConflictDoUpdate({ target: [preference.organizationId, preference.memberId], set: values });
}

/** The member who reads their own; robots have no bell. */
export function reader(ctx: Context): string {
  invariant(ctx.member, "only members are notified");
  return ctx.member.id;
}
