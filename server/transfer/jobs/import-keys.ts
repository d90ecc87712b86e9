import { sql } from "drizzle-orm";
import { importKey } from "@/db/schema/transfer";
import { liveAmong } from "@/server/crm/records";
import type { Context, Entity, Transaction } from "@/server/platform";
import type { Importable } from "../contract";

/** Whose ids they are: other systems count the records of each list from one. */
type Counted = { entity: Importable; listId: string | null };

const spaceOf = ({ entity, listId }: Counted) => (listId ? `${entity} ${listId}` : entity);

/** Live records by the ids they had in other systems. */
export async function externalIds(
  tx: Transaction,
  ctx: Context,
  of: Counted,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await tx.execute<{ externalId: string; id: string }>(sql`
    select external_id as "externalId", record_id as id from ${importKey}
      where organization_id = ${ctx.organizationId} and entity = ${spaceOf(of)}
        and external_id = any (${sql.param([...new Set(ids)])}::text[])`);
  const live = await liveAmong(
    tx,
    ctx,
    of.entity,
    rows.map((row) => row.id),
  );
  // Our own exports name records by the ids they have here.
  const own = await liveAmong(tx, ctx, of.entity, ids.filter(isId));
  return new Map([
    ...rows.filter((row) => live.has(row.id)).map((row) => [row.externalId, row.id] as const),
    // Of a record that is here and of its copy that an import made, the id is the record's own.
    ...[...own].map((id) => [id, id] as const),
  ]);
}

/**
 * Records that rows of our own exports name by the ids they had where they come from: those of these ids, and what
 * imports made of them since. Those in the trash count when asked for.
 */
export async function knownRecords(
  tx: Transaction,
  ctx: Context,
  entity: Entity,
  ids: readonly string[],
  { trash = false } = {},
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const wanted = [...new Set(ids)];
  // Each list counts its own records, and an id is in one list only.
  const mine = entity === "list_item" ? sql`starts_with(entity, 'list_item ')` : sql`entity = ${entity}`;
  const { rows } = await tx.execute<{ externalId: string; id: string }>(sql`
    select external_id as "externalId", record_id as id from ${importKey}
      where organization_id = ${ctx.organizationId} and ${mine} and external_id = any (${sql.param(wanted)}::text[])`);
  const pairs = [
    ...rows.map((row) => [row.externalId, row.id] as const),
    ...wanted.map((id) => [id, id] as const),
  ];
  const candidates = pairs.map(([, id]) => id);
  const live = await liveAmong(tx, ctx, entity, candidates);
  const kept = trash ? await liveAmong(tx, ctx, entity, candidates, { trash }) : live;
  // A live record goes before one in the trash, and a record of that very id before what was made of it.
  return new Map([...pairs.filter(([, id]) => kept.has(id)), ...pairs.filter(([, id]) => live.has(id))]);
}

/** A record's id as our own exports write it. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/**
 * Remembers which records rows of another system became; an id that is known already stays where it is, unless its
 * record is in the trash. @returns the ids that were new
 */
export async function rememberIds(
  tx: Transaction,
  ctx: Context,
  of: Counted,
  told: readonly { externalId: string; recordId: string }[],
): Promise<string[]> {
  // A record that is here is known by its own id.
  const all = told.filter(({ externalId, recordId }) => externalId !== recordId);
  if (all.length === 0) return [];
  await forgetTrashed(
    tx,
    ctx,
    of,
    all.map((one) => one.externalId),
  );
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into ${importKey} (organization_id, entity, external_id, record_id)
      select ${ctx.organizationId}::uuid, ${spaceOf(of)}, x."externalId", x."recordId"
      from json_to_recordset(${JSON.stringify(all)}::json) as x ("externalId" text, "recordId" uuid)
      on conflict do nothing returning external_id as id`);
  return rows.map(({ id }) => id);
}

async function forgetTrashed(tx: Transaction, ctx: Context, of: Counted, ids: readonly string[]) {
  const { rows } = await tx.execute<{ externalId: string; id: string }>(sql`
    select external_id as "externalId", record_id as id from ${importKey}
      where organization_id = ${ctx.organizationId} and entity = ${spaceOf(of)}
        and external_id = any (${sql.param([...ids])}::text[])`);
  const known = rows.map((row) => row.id);
  const live = await liveAmong(tx, ctx, of.entity, known);
  const stale = rows.filter((row) => !live.has(row.id)).map((row) => row.externalId);
  await forgetIds(tx, ctx, of, stale);
}

/** Forgets ids of other systems. */
export async function forgetIds(
  tx: Transaction,
  ctx: Context,
  of: Counted,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(sql`delete from ${importKey} where organization_id = ${ctx.organizationId}
    and entity = ${spaceOf(of)} and external_id = any (${sql.param([...ids])}::text[])`);
}
