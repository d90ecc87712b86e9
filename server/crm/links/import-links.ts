import { and, asc, eq, inArray, or } from "drizzle-orm";
import { recordLink } from "@/db/schema/crm-around";
import { visibleAmong } from "@/server/crm/registry";
import { type Context, type Entity, insertAll, recordEvents, type Transaction } from "@/server/platform";
import { linkAdded } from "./events";

/** A link as one of its two records has it: which of the two was linked to the other, and what the other is. */
export type LinkedRecord = { id: string; entity: Entity; way: "to" | "from"; role: string | null };

/** What many records are linked with, in the order they were; what the actor may not see is left out. */
export async function linksFor(
  tx: Transaction,
  ctx: Context,
  recordIds: readonly string[],
): Promise<Map<string, LinkedRecord[]>> {
  const links = new Map<string, LinkedRecord[]>();
  if (recordIds.length === 0) return links;
  const among = [...recordIds];
  const rows = await tx
    .select()
    .from(recordLink)
    .where(
      and(
        eq(recordLink.organizationId, ctx.organizationId),
        or(inArray(recordLink.fromId, among), inArray(recordLink.toId, among)),
      ),
    )
    .orderBy(asc(recordLink.createdAt), asc(recordLink.id));
  const seen = await visibleAmong(
    tx,
    ctx,
    rows.flatMap(({ fromId, toId }) => [fromId, toId]),
  );
  const mine = new Set(recordIds);
  const add = (one: string, other: string, way: LinkedRecord["way"], role: string | null) => {
    const record = mine.has(one) ? seen.get(other) : undefined;
    if (!record) return;
    const link = { id: record.id, entity: record.entity, way, role };
    links.set(one, [...(links.get(one) ?? []), link]);
  };
  for (const { fromId, toId, role } of rows) {
    add(fromId, toId, "to", role);
    add(toId, fromId, "from", role);
  }
  return links;
}

export type NewLink = { fromId: string; toId: string; role: string | null };

/**
 * Links many pairs of records; pairs that are linked already stay as they are, and what the actor may not see is linked
 * with nothing. The caller has asked whether one of each two may be edited. @returns the ids of the links made
 */
export async function insertLinks(
  tx: Transaction,
  ctx: Context,
  all: readonly NewLink[],
  options: { muted: boolean },
): Promise<string[]> {
  if (all.length === 0) return [];
  const ids = [...new Set(all.flatMap(({ fromId, toId }) => [fromId, toId]))];
  const seen = await visibleAmong(tx, ctx, ids);
  const known = new Set<string>();
  for (const [one, links] of await linksFor(tx, ctx, ids))
    for (const { id } of links) known.add(pair(one, id));
  const fresh = all.flatMap((link) => {
    const [from, to] = [seen.get(link.fromId), seen.get(link.toId)];
    const both = pair(link.fromId, link.toId);
    if (!from || !to || link.fromId === link.toId || known.has(both)) return [];
    known.add(both);
    return [{ id: ctx.newId(), ...link, from, to }];
  });
  const { organizationId } = ctx;
  const createdAt = ctx.now();
  await insertAll(
    tx,
    recordLink,
    fresh.map(({ id, fromId, toId, role }) => ({ organizationId, id, fromId, toId, role, createdAt })),
  );
  const told = fresh.flatMap(({ id, role, from, to }) =>
    [
      { one: from, other: to },
      { one: to, other: from },
    ].map(({ one, other }) => ({
      recordId: one.id,
      entity: one.entity,
      data: { linkId: id, otherId: other.id, otherEntity: other.entity, otherTitle: other.title, role },
    })),
  );
  await recordEvents(tx, ctx, linkAdded, told, options);
  return fresh.map(({ id }) => id);
}

/** Takes links away that an import made; those that are gone are gone. */
export async function expungeLinks(tx: Transaction, ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const mine = eq(recordLink.organizationId, ctx.organizationId);
  await tx.delete(recordLink).where(and(mine, inArray(recordLink.id, [...ids])));
}

// A pair is one whichever way round.
function pair(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
