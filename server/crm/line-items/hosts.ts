import { and, eq, isNull } from "drizzle-orm";
import { record } from "@/db/schema/crm-records";
import { AppError, type Context, type Entity, type Transaction } from "@/server/platform";
import type { Totals } from "./rules";

/** What lines need of the record they stand on. */
export type Standing = {
  currency: string;
  /** May its lines be changed by this actor, now? */
  editable: boolean;
};

/** A kind of record that has lines; declared by its module, so that lines know of none. */
export type LineHost = {
  /** @throws NOT_FOUND when the actor may not see the record */
  read(tx: Transaction, ctx: Context, recordId: string): Promise<Standing>;
  /** Locks the record for a change of its lines. @throws NOT_FOUND, FORBIDDEN, what the record's state forbids */
  lock(tx: Transaction, ctx: Context, recordId: string): Promise<{ currency: string }>;
  /** Writes what the lines come to, and records what happened. */
  changed(tx: Transaction, ctx: Context, recordId: string, sum: LineSum): Promise<void>;
};

export type LineSum = { totals: Totals; count: number };

const hosts = new Map<Entity, LineHost>();

/** Lets records of an entity have lines; done once, where its module is loaded. */
export function declareLineHost(entity: Entity, host: LineHost): LineHost {
  hosts.set(entity, host);
  return host;
}

/** May records of an entity have lines? */
export function hasLineHost(entity: Entity): boolean {
  return hosts.has(entity);
}

/** What a record's kind says of its lines. @throws NOT_FOUND when it is gone or has none */
export async function hostOf(tx: Transaction, ctx: Context, recordId: string): Promise<LineHost> {
  const [found] = await tx
    .select({ entity: record.entity })
    .from(record)
    .where(
      and(eq(record.organizationId, ctx.organizationId), eq(record.id, recordId), isNull(record.deletedAt)),
    );
  const host = found && hosts.get(found.entity);
  if (!host) throw new AppError("NOT_FOUND");
  return host;
}
