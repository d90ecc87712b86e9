import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { event } from "@/db/schema/platform";
import type { Actor, Context } from "../context";
import type { Transaction } from "../db";

export type LoggedEvent = {
  id: string;
  name: string;
  entity: string;
  recordId: string;
  actor: Actor;
  data: Record<string, unknown>;
  occurredAt: Date;
};

const shape = {
  id: event.id,
  name: event.name,
  entity: event.entity,
  recordId: event.recordId,
  actor: event.actor,
  data: event.data,
  occurredAt: event.occurredAt,
};

/** One event; null when it never was. */
export async function eventById(tx: Transaction, ctx: Context, id: string): Promise<LoggedEvent | null> {
  const [row] = await tx
    .select(shape)
    .from(event)
    .where(and(eq(event.organizationId, ctx.organizationId), eq(event.id, id)));
  return row ?? null;
}

type Query = {
  names: readonly string[];
  recordId?: string | undefined;
  /** The id of the last event that was read; null to begin. Ids sort by time. */
  after: string | null;
  limit: number;
};

/** What happened in the organization, the oldest first, of the names given. The caller has asked who may read it. */
export function eventLog(tx: Transaction, ctx: Context, query: Query): Promise<LoggedEvent[]> {
  const { after, names, recordId } = query;
  return tx
    .select(shape)
    .from(event)
    .where(
      and(
        eq(event.organizationId, ctx.organizationId),
        inArray(event.name, [...names]),
        recordId === undefined ? undefined : eq(event.recordId, recordId),
        after === null ? undefined : gt(event.id, after),
      ),
    )
    .orderBy(asc(event.id))
    .limit(query.limit);
}
