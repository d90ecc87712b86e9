import { and, eq, isNull } from "drizzle-orm";
import { notification, notificationPreference as preference } from "@/db/schema/notifications";
import { dayAt } from "@/server/filter";
import { organizationById } from "@/server/identity";
import { asWorker } from "@/server/platform";
import { defaultDigestHour } from "./preferences";

export type DueDigest = { organizationId: string; memberId: string; day: string };

/**
 * Members for whom the hour of the digest has come, in their organization's time zone, who have something to be told and
 * were not told today. An hour that was missed is made up for on the same day.
 */
export async function dueDigests(now: Date): Promise<DueDigest[]> {
  const waiting = await asWorker((tx) =>
    tx
      .selectDistinct({
        organizationId: notification.organizationId,
        memberId: notification.memberId,
        digestHour: preference.digestHour,
        digestDay: preference.digestDay,
      })
      .from(notification)
      .leftJoin(
        preference,
        and(
          eq(preference.organizationId, notification.organizationId),
          eq(preference.memberId, notification.memberId),
        ),
      )
      .where(
        and(eq(notification.channel, "digest"), isNull(notification.emailedAt), isNull(notification.readAt)),
      ),
  );
  const due: DueDigest[] = [];
  const zones = new Map<string, string>();
  for (const { organizationId, memberId, digestHour, digestDay } of waiting) {
    const zone = zones.get(organizationId) ?? (await organizationById(organizationId))?.timeZone;
    if (!zone) continue;
    zones.set(organizationId, zone);
    const { day, hour } = localTime(now, zone);
    const told = digestDay !== null && digestDay >= day;
    if (!told && hour >= (digestHour ?? defaultDigestHour)) due.push({ organizationId, memberId, day });
  }
  return due;
}

/** The day and the hour it is in a time zone. */
export function localTime(now: Date, timeZone: string): { day: string; hour: number } {
  const { year, month, day } = dayAt(now, timeZone);
  const two = (part: number) => String(part).padStart(2, "0");
  const hour = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", hourCycle: "h23" }).format(now);
  return { day: `${year}-${two(month)}-${two(day)}`, hour: Number(hour) };
}
