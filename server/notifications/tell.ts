import { type Subject, seersOf, subjectOf } from "@/server/crm/registry";
import { addWatchers, watcherIds } from "@/server/crm/watchers";
import { colleagues } from "@/server/identity";
import {
  AppError,
  type Context,
  inOrganization,
  may,
  type Operation,
  type Transaction,
} from "@/server/platform";
import type { Happening, NotificationType } from "./define-type";
import { notificationType } from "./registry";
import { type NoticeLetter, writeNotices } from "./write-notices";

/**
 * Tells whom a type concerns of what happened: those who may see the record now, or its staff, but not who did it. Told again of the
 * same event it tells nobody twice. @returns the letters that are to go out at once
 */
export async function tell(ctx: Context, name: string, happening: Happening): Promise<NoticeLetter[]> {
  const type = notificationType(name);
  if (!type) return [];
  if (type.staff) return tellStaff(ctx, type, type.staff.may, happening);
  return inOrganization(ctx, async (tx) => {
    const subject = await subjectOrNone(tx, ctx, happening.recordId);
    if (!subject) return [];
    const audience = await audienceOf(tx, ctx, type, happening, subject);
    if (audience.length === 0) return [];
    if (type.watch) {
      await addWatchers(tx, ctx, { recordId: subject.id, memberIds: audience, reason: type.watch });
    }
    const others = audience.filter((id) => id !== happening.actor.id);
    if (others.length === 0) return [];
    const { letters } = await writeNotices(tx, ctx, {
      memberIds: others,
      type: type.type,
      data: (await type.data?.(tx, ctx, happening)) ?? {},
      about: { entity: subject.entity, recordId: subject.id },
      eventId: happening.id,
      actor: happening.actor,
    });
    return letters;
  });
}

async function tellStaff(
  ctx: Context,
  type: NotificationType,
  operation: Operation,
  happening: Happening,
): Promise<NoticeLetter[]> {
  return inOrganization(ctx, async (tx) => {
    const concerned = type.audience(happening, { ownerId: null, watcherIds: [] });
    const staff = (await colleagues(tx, ctx)).filter(
      ({ id, membership }) => may(membership, operation) || concerned.includes(id),
    );
    const { letters } = await writeNotices(tx, ctx, {
      memberIds: staff.map(({ id }) => id).filter((id) => id !== happening.actor.id),
      type: type.type,
      data: (await type.data?.(tx, ctx, happening)) ?? {},
      about: null,
      eventId: happening.id,
      actor: happening.actor,
    });
    return letters;
  });
}

async function audienceOf(
  tx: Transaction,
  ctx: Context,
  type: NotificationType,
  happening: Happening,
  subject: Subject,
): Promise<string[]> {
  const watching = await watcherIds(tx, ctx, subject.id);
  const wanted = new Set(type.audience(happening, { ownerId: subject.ownerId, watcherIds: watching }));
  if (wanted.size === 0 || (wanted.size === 1 && wanted.has(happening.actor.id) && !type.watch)) return [];
  const seers = await seersOf(tx, ctx, subject);
  return seers.map((one) => one.id).filter((id) => wanted.has(id));
}

// It may be gone by now: then there is nothing to lead to.
async function subjectOrNone(tx: Transaction, ctx: Context, recordId: string): Promise<Subject | null> {
  try {
    return await subjectOf(tx, ctx, recordId);
  } catch (refusal) {
    if (refusal instanceof AppError) return null;
    throw refusal;
  }
}
