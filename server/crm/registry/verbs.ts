import type { z } from "zod";
import * as records from "@/server/crm/records";
import type {
  ChangePoints,
  ContactPoint,
  CountGroups,
  GetRecord,
  ListTrash,
  Names,
  RecordData,
  RecordId,
  RecordPage,
  Trashed,
  UpdateRecord,
} from "@/server/crm/records/contract";
import { type Move, moveStaged, type StagedRow } from "@/server/crm/staged";
import { type Context, type Entity, inOrganization, joining } from "@/server/platform";
import { recordTypeOf, stagedTypeOf } from "./types";

type Ref = z.output<typeof RecordId>;

/** A page of an entity's records. @throws FILTER_INVALID, INVALID */
export function listRecords(
  ctx: Context,
  { entity, ...query }: z.input<typeof RecordPage>,
): Promise<records.RecordList> {
  return records.listRecords(ctx, recordTypeOf(entity), query);
}

/** How many records hold each value of a field. @throws INVALID at `groupBy`, FILTER_INVALID */
export function countGroups(
  ctx: Context,
  { entity, ...query }: z.output<typeof CountGroups>,
): Promise<records.GroupCount[]> {
  return records.countGroups(ctx, recordTypeOf(entity), query);
}

/** The records of an entity in the trash. @throws FORBIDDEN */
export function listTrash(
  ctx: Context,
  { entity, offset }: z.output<typeof ListTrash>,
): Promise<{ records: Trashed[]; nextOffset: number | null }> {
  return records.listTrash(ctx, recordTypeOf(entity), { offset });
}

/** One record with every field. @throws NOT_FOUND */
export function getRecord(
  ctx: Context,
  { entity, id, trash }: z.input<typeof GetRecord>,
): Promise<{ record: RecordData; names: Names }> {
  return records.getRecord(ctx, recordTypeOf(entity), { id, trash });
}

/** Every way to reach a record. @throws NOT_FOUND */
export function recordPoints(ctx: Context, { entity, id }: Ref): Promise<ContactPoint[]> {
  return records.recordPoints(ctx, recordTypeOf(entity), { id });
}

/** Writes a record's ways to be reached anew. @throws NOT_FOUND, FORBIDDEN, VERSION_CONFLICT */
export function changePoints(
  ctx: Context,
  { entity, ...change }: z.output<typeof ChangePoints>,
): Promise<ContactPoint[]> {
  return records.changePoints(ctx, recordTypeOf(entity), change);
}

/** Changes fields by key, custom ones too, and answers the record as it is then. @throws VERSION_CONFLICT, INVALID */
export function updateRecord(
  ctx: Context,
  { entity, ...update }: z.output<typeof UpdateRecord>,
): Promise<{ record: RecordData; names: Names }> {
  const type = recordTypeOf(entity);
  return inOrganization(ctx, async (tx) => {
    const inside = joining(ctx, tx);
    await records.updateRecord(inside, type, update);
    return records.getRecord(inside, type, { id: update.id });
  });
}

/** Moves a record to the trash. @throws NOT_FOUND, FORBIDDEN */
export function trashRecord(ctx: Context, { entity, id }: Ref): Promise<void> {
  return records.trashRecord(ctx, recordTypeOf(entity), { id });
}

/** Takes a record out of the trash. @throws NOT_FOUND, FORBIDDEN */
export async function restoreRecord(ctx: Context, { entity, id }: Ref): Promise<void> {
  await records.restoreRecord(ctx, recordTypeOf(entity), { id });
}

/** Moves whatever stands on stages to another one, by its own rules. @throws as `moveDeal` and `moveLead` */
export function moveRecord(ctx: Context, { entity, ...move }: Move & { entity: Entity }): Promise<StagedRow> {
  return moveStaged(ctx, stagedTypeOf(entity), move);
}
