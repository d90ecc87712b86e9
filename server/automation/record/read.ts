import { readRecord } from "@/server/crm/records";
import { type AnyRecordType, recordTypeOf } from "@/server/crm/registry";
import { type Field, isCustomKey } from "@/server/fields";
import {
  AppError,
  type AutomatedEntity,
  type Context,
  type Entity,
  invariant,
  joining,
  type Transaction,
} from "@/server/platform";

/** Which record a run is about. */
export type Ref = { entity: AutomatedEntity; id: string };

export type Standing = Awaited<ReturnType<typeof readStanding>>;

/** A linked record: somebody a deal is with. */
export type Linked = { type: AnyRecordType; row: Record<string, unknown> & { id: string } };

/** The record as it stands now, whoever asks: a robot is not less able for the one who stopped it. @throws NOT_FOUND */
export async function readStanding(tx: Transaction, ctx: Context, { entity, id }: Ref) {
  const type = recordTypeOf(entity);
  const row = await readRecord(joining({ ...ctx, member: null }, tx), type, { id });
  const standing = type.stands?.(row);
  invariant(standing, `what robots work on stands somewhere: ${entity}`);
  return { type, row, ...standing };
}

/** As `readStanding`; null for a record that is gone. */
export function standingOrGone(tx: Transaction, ctx: Context, ref: Ref): Promise<Standing | null> {
  return readStanding(tx, ctx, ref).catch(absent);
}

/** The record a link leads to; null when there is none, or it was removed meanwhile. */
export async function readLinked(
  tx: Transaction,
  ctx: Context,
  entity: Entity,
  id: unknown,
): Promise<Linked | null> {
  if (typeof id !== "string") return null;
  const type = recordTypeOf(entity);
  const row = await readRecord(joining({ ...ctx, member: null }, tx), type, { id }).catch(absent);
  return row && { type, row };
}

/** The value a declared or custom field has on a row. */
export function valueOn(fields: readonly Field[], row: unknown, key: string): unknown {
  return fields.find((field) => field.key === key)?.read(row) ?? null;
}

/** Do these paths name a field of the organization's own? */
export function namesCustom(paths: readonly string[]): boolean {
  return paths.some((path) => path.split(".").some(isCustomKey));
}

function absent(error: unknown): null {
  if (error instanceof AppError && error.code === "NOT_FOUND") return null;
  throw error;
}
