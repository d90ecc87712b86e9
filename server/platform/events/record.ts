import { sql } from "drizzle-orm";
import { event } from "@/db/schema/platform";
import { insertAll } from "../bulk";
import type { Context } from "../context";
import type { Transaction } from "../db";
import type { Entity } from "../permissions";
import type { EventType } from "./define";

export const outboxChannel = "pult_outbox";
export const liveChannel = "pult_live";
/** Carries the id of a person one of whose sessions has ended. */
export const sessionChannel = "pult_session";

/** What happened, to which record; `version` lets browsers skip what they already have. */
export type Happened<Data> = {
  recordId: string;
  /** Where it may be any record that this happens to: which kind it is. */
  entity?: Entity;
  version?: number;
  data: Data;
};

/**
 * Writes the fact beside the change it describes, in the same transaction; on commit the relay and the open
 * browsers are nudged.
 */
export async function recordEvent<Data extends Record<string, unknown>>(
  tx: Transaction,
  ctx: Context,
  type: EventType<Data>,
  happened: Happened<Data>,
): Promise<void> {
  const entity = happened.entity ?? type.entity;
  const live = {
    o: ctx.organizationId,
    entity,
    id: happened.recordId,
    version: happened.version,
  };
  await tx
    .insert(event)
    .values({
      organizationId: ctx.organizationId,
      id: ctx.newId(),
      name: type.name,
      entity,
      recordId: happened.recordId,
      actor: ctx.actor,
      causes: ctx.causes,
      depth: ctx.causes.length,
      data: happened.data,
      occurredAt: ctx.now(),
    })
    .returning({
      outbox: sql`pg_notify(${outboxChannel}, '')::text`,
      live: sql`pg_notify(${liveChannel}, ${JSON.stringify(live)})::text`,
    });
}

/**
 * Writes many facts at once. Muted ones are history only: they carry a mark that automation skips, and are never handed
 * to the engine. Open browsers are not told of each; the caller announces what they should fetch.
 */
export async function recordEvents<Data extends Record<string, unknown>>(
  tx: Transaction,
  ctx: Context,
  type: EventType<Data>,
  all: readonly Happened<Data>[],
  { muted }: { muted: boolean },
): Promise<void> {
  const occurredAt = ctx.now();
  const rows = all.map(({ recordId, entity, data }) => ({
    organizationId: ctx.organizationId,
    id: ctx.newId(),
    name: type.name,
    entity: entity ?? type.entity,
    recordId,
    actor: ctx.actor,
    causes: ctx.causes,
    depth: ctx.causes.length,
    data: muted ? { ...data, muted: true } : data,
    occurredAt,
    relayedAt: muted ? occurredAt : null,
  }));
  await insertAll(tx, event, rows);
  if (!muted && rows.length > 0) await tx.execute(sql`select pg_notify(${outboxChannel}, '')`);
}

/** Tells open browsers to fetch a record again where nothing happened to it that an event would say. */
export async function announceChange(
  tx: Transaction,
  ctx: Context,
  change: { entity: string; id: string },
): Promise<void> {
  await tx.execute(
    sql`select pg_notify(${liveChannel}, ${JSON.stringify({ o: ctx.organizationId, ...change })})`,
  );
}
