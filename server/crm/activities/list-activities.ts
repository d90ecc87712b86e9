import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { activity } from "@/db/schema/crm";
import { aboutVisible, subjectOf, visibleAmong } from "@/server/crm/registry";
import { type Context, inOrganization } from "@/server/platform";
import type { Activity, AgendaItem, AgendaQuery } from "./contract";
import { activityShape } from "./shape";

/** A record's activities, the newest first. @throws NOT_FOUND */
export async function listActivities(ctx: Context, { recordId }: { recordId: string }): Promise<Activity[]> {
  return inOrganization(ctx, async (tx) => {
    await subjectOf(tx, ctx, recordId);
    return tx
      .select(activityShape)
      .from(activity)
      .where(
        and(
          eq(activity.organizationId, ctx.organizationId),
          eq(activity.recordId, recordId),
          isNull(activity.deletedAt),
        ),
      )
      .orderBy(desc(activity.createdAt), desc(activity.id))
      .limit(200);
  });
}

/**
 * Activities over all records the actor may see, the soonest first, those without a time last; done ones the latest
 * first. `more` tells that the limit cut some off.
 */
export async function agenda(
  ctx: Context,
  query: AgendaQuery,
): Promise<{ items: AgendaItem[]; more: boolean }> {
  const { from, to, memberIds, kinds, state, limit } = query;
  return inOrganization(ctx, async (tx) => {
    const when = state === "done" ? activity.doneAt : activity.dueAt;
    const rows = await tx
      .select(activityShape)
      .from(activity)
      .where(
        and(
          eq(activity.organizationId, ctx.organizationId),
          isNull(activity.deletedAt),
          await aboutVisible(ctx, tx, activity.recordId),
          from && gte(when, from),
          to && lt(when, to),
          memberIds && inArray(activity.ownerId, memberIds),
          kinds && inArray(activity.kind, kinds),
          state === "open" ? isNull(activity.doneAt) : undefined,
          state === "done" ? isNotNull(activity.doneAt) : undefined,
        ),
      )
      .orderBy(
        state === "done" ? desc(activity.doneAt) : sql`${activity.dueAt} asc nulls last`,
        asc(activity.id),
      )
      .limit(limit + 1);
    const page = rows.slice(0, limit);
    const ids = page.map((row) => row.recordId);
    const seen = await visibleAmong(tx, ctx, ids);
    const items = page.flatMap((row) => {
      const record = seen.get(row.recordId);
      return record ? [{ ...row, record }] : [];
    });
    return { items, more: rows.length > limit };
  });
}
