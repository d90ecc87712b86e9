import { and, desc, eq, inArray, notInArray, or, sql } from "drizzle-orm";
import { event } from "@/db/schema/platform";
import type { Actor, Context } from "../context";
import type { Transaction } from "../db";
import type { Entity } from "../permissions";

export type HistoryEntry = {
  id: string;
  name: string;
  /** The record it happened to, which `also` may have brought here. */
  entity: string;
  recordId: string;
  actor: Actor;
  data: Record<string, unknown>;
  occurredAt: Date;
};

type Query = {
  entity: string;
  recordId: string;
  /** What these events tell of other records belongs to its history too. */
  also?: { entity: Entity; recordIds: string[]; names: string[] };
  /** Names nobody reads as history. */
  without: string[];
  /** Given: these names alone, and with `byRobots` whatever else robots did. */
  only?: { names: string[]; byRobots: boolean };
  /** Given: only what changed this field. */
  changed?: string | undefined;
  /** The last entry of the page before. */
  after: { occurredAt: Date; id: string } | null;
  limit: number;
};

/** What happened to a record, the newest first. The caller has asked whether the actor may see it. */
export function recordHistory(tx: Transaction, ctx: Context, query: Query): Promise<HistoryEntry[]> {
  const { id, name, entity, recordId, actor, data, occurredAt } = event;
  const older = query.after
    ? sql`(${occurredAt}, ${id}) < (${query.after.occurredAt.toISOString()}::timestamptz, ${query.after.id}::uuid)`
    : undefined;
  return tx
    .select({ id, name, entity, recordId, actor, data, occurredAt })
    .from(event)
    .where(
      and(
        eq(event.organizationId, ctx.organizationId),
        or(and(eq(event.entity, query.entity), eq(event.recordId, query.recordId)), alsoOf(query)),
        notInArray(name, query.without),
        query.only && narrowed(query.only),
        query.changed === undefined ? undefined : touching(query.changed),
        older,
      ),
    )
    .orderBy(desc(occurredAt), desc(id))
    .limit(query.limit);
}

function alsoOf({ also }: Query) {
  if (!also || also.recordIds.length === 0) return undefined;
  const { entity, recordIds, names } = also;
  return and(eq(event.entity, entity), inArray(event.recordId, recordIds), inArray(event.name, names));
}

/** Which of these records a person has done something to, besides what `except` names; robots do not count. */
export async function touchedByPeople(
  tx: Transaction,
  ctx: Context,
  { recordIds, entities, except }: { recordIds: string[]; entities: Entity[]; except: string[] },
): Promise<Set<string>> {
  if (recordIds.length === 0) return new Set();
  const rows = await tx
    .selectDistinct({ recordId: event.recordId })
    .from(event)
    .where(
      and(
        eq(event.organizationId, ctx.organizationId),
        inArray(event.entity, entities),
        inArray(event.recordId, recordIds),
        notInArray(event.name, except),
        sql`${event.actor} ->> 'type' = 'member'`,
      ),
    );
  return new Set(rows.map((row) => row.recordId));
}

function narrowed({ names, byRobots }: NonNullable<Query["only"]>) {
  const named = inArray(event.name, names);
  return byRobots ? or(named, sql`${event.actor} ->> 'type' = 'robot'`) : named;
}

// A move changes the stage, though it has an event of its own.
function touching(field: string) {
  const listed = sql`coalesce(jsonb_exists(${event.data} -> 'changes', ${field}), false)`;
  return field === "stageId" ? or(listed, sql`${event.name} like '%.stage\\_changed'`) : listed;
}
