import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { importBatch } from "@/db/schema/transfer";
import { replaceAllLines } from "@/server/crm/line-items";
import { expungeLinks } from "@/server/crm/links";
import { removeUnusedCategory } from "@/server/crm/products";
import { expungeRecords, type Image, putImages, takeImages } from "@/server/crm/records";
import { recordTypeOf } from "@/server/crm/registry";
import { putVisits } from "@/server/crm/staged";
import { deleteTag, listTags } from "@/server/crm/tags";
import { archiveCustomField, slotsToday } from "@/server/fields";
import { recordsWithFiles } from "@/server/files";
import { archiveLossReason, archiveSource, liveStagesAmong, removeStage } from "@/server/pipelines";
import {
  AppError,
  announceChange,
  type Context,
  inOrganization,
  isStaged,
  joining,
  may,
  recordEvent,
  type Transaction,
} from "@/server/platform";
import type { BatchLedger, Importable, KeptRecord } from "../contract";
import { importUndone } from "../events";
import { forgetIds } from "../jobs/import-keys";
import { type Job, lockJob, setJob } from "../jobs/job-rows";
import { isRefused } from "./write-rows";

// What refers to another goes before it.
const order: readonly Importable[] = ["lead", "deal", "contact", "company", "product", "list_item"];

/**
 * Takes the last chunks of an import back, the latest first, each in one transaction. Records somebody worked with since
 * stay and are named. @returns whether there are more
 */
export async function undoBatches(
  ctx: Context,
  { importId, count }: { importId: string; count: number },
): Promise<boolean> {
  for (let n = 0; n < count; n++) if (!(await undoBatch(ctx, importId))) return false;
  return true;
}

function undoBatch(ctx: Context, importId: string): Promise<boolean> {
  return inOrganization(ctx, async (tx) => {
    const job = await lockJob(tx, ctx, importId);
    if (job.status !== "undoing") return false;
    const mine = and(
      eq(importBatch.organizationId, ctx.organizationId),
      eq(importBatch.importId, importId),
      isNull(importBatch.undoneAt),
    );
    const [batch] = await tx
      .select()
      .from(importBatch)
      .where(mine)
      .orderBy(desc(importBatch.number))
      .limit(1);
    if (!batch) return false;
    const kept = await takeBack(tx, ctx, job, batch);
    await tx
      .update(importBatch)
      .set({ undoneAt: ctx.now(), ledger: { ...batch.ledger, kept } })
      .where(and(mine, eq(importBatch.number, batch.number)));
    await setJob(tx, ctx, importId, {});
    return true;
  });
}

async function takeBack(
  tx: Transaction,
  ctx: Context,
  job: Pick<Job, "entity" | "listId">,
  { ledger, doneAt }: { ledger: BatchLedger; doneAt: Date },
): Promise<KeptRecord[]> {
  const kept: KeptRecord[] = [];
  await expungeLinks(tx, ctx, ledger.links ?? []);
  for (const one of order) {
    const { stayed, refused } = await putBack(tx, ctx, { entity: one, listId: job.listId }, ledger);
    kept.push(...stayed);
    const ids = ledger.created[one] ?? [];
    const discussed = await recordsWithFiles(tx, ctx, ids);
    const inUse = await expungeRecords(tx, ctx, recordTypeOf(one), ids, { since: doneAt, discussed });
    kept.push(...inUse.map((record) => ({ entity: one, ...record })));
    // What stood in their way may be gone by now.
    for (const image of refused)
      if (!(await put(tx, ctx, one, { images: [image], ledger }))) kept.push(keptAs(one, image, "taken"));
  }
  await forgetIds(tx, ctx, job, ledger.keys);
  return kept;
}

/**
 * Writes the images of changed records back, unless they were changed again or stood on a stage that is gone. Slots are
 * laid anew from the values: one may have been given to another field since. @returns those that stay, and the images
 * that the database refused, the latest first
 */
async function putBack(
  tx: Transaction,
  ctx: Context,
  { entity, listId }: { entity: Importable; listId: string | null },
  ledger: BatchLedger,
): Promise<{ stayed: KeptRecord[]; refused: Image[] }> {
  const updated = ledger.updated.filter((one) => one.entity === entity);
  if (updated.length === 0) return { stayed: [], refused: [] };
  const slots = await slotsToday(ctx, tx, { entity, listId });
  const now = await takeImages(
    tx,
    ctx,
    recordTypeOf(entity),
    updated.map((one) => one.id),
  );
  // The ledger keeps what `takeImages` gave it.
  const stageOf = ({ before }: { before: unknown }) => String((before as Image).row.stage_id);
  const stages = isStaged(entity) ? await liveStagesAmong(tx, ctx, updated.map(stageOf)) : null;
  const stayed: KeptRecord[] = [];
  const images: Image[] = [];
  for (const { id, version, before } of updated) {
    const current = now.get(id);
    const image = before as Image;
    if (!current || Number(current.row.version) !== version) stayed.push(keptAs(entity, image, "edited"));
    else if (stages && !stages.has(stageOf({ before }))) stayed.push(keptAs(entity, image, "stage_removed"));
    else images.push({ ...image, row: { ...image.row, ...slots(image.row) } });
  }
  const done = await put(tx, ctx, entity, { images, ledger });
  return { stayed, refused: done ? [] : images.toReversed() };
}

/** Writes images back, all or none. @returns false when the database refuses: another has an article number by now */
async function put(
  tx: Transaction,
  ctx: Context,
  entity: Importable,
  { images, ledger }: { images: readonly Image[]; ledger: BatchLedger },
): Promise<boolean> {
  if (images.length === 0) return true;
  try {
    await tx.transaction(async (inner) => {
      await putImages(inner, ctx, recordTypeOf(entity), images);
      if (!isStaged(entity)) return;
      const back = new Set(images.map((one) => String(one.row.id)));
      const lines = Object.entries(ledger.lines ?? {}).filter(([id]) => back.has(id));
      await replaceAllLines(inner, ctx, new Map(lines));
      const visits = Object.entries(ledger.visits).filter(([id]) => back.has(id));
      await putVisits(inner, ctx, new Map(visits) as Map<string, Record<string, unknown>[]>);
    });
    return true;
  } catch (error) {
    if (!isRefused(error)) throw error;
    return false;
  }
}

function keptAs(entity: Importable, { row, record }: Image, why: KeptRecord["why"]): KeptRecord {
  return { entity, id: String(row.id), title: String(record.title), why };
}

/** Closes an undo: archives what the import made and nobody uses. */
export async function finishUndo(ctx: Context, { importId }: { importId: string }): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const job = await lockJob(tx, ctx, importId);
    if (job.status !== "undoing") return;
    const inside = joining(ctx, tx);
    const { rows } = await tx.execute<{ kept: number }>(sql`
      select coalesce(sum(jsonb_array_length(coalesce(ledger -> 'kept', '[]'))), 0)::int as kept from ${importBatch}
        where organization_id = ${ctx.organizationId} and import_id = ${importId}`);
    const kept = rows[0]?.kept ?? 0;
    // Records that stayed may hold values of what was made.
    if (kept === 0) {
      for (const fieldId of job.made.fields) await archiveCustomField(inside, { fieldId });
      for (const id of job.made.sources) await archiveSource(inside, { id });
      for (const id of job.made.lossReasons) await archiveLossReason(inside, { id });
      for (const categoryId of job.made.categories ?? []) await removeUnusedCategory(inside, { categoryId });
      await removeUnusedTags(inside, job.made.tags ?? []);
      for (const stageId of job.made.stages) await removeIfEmpty(inside, stageId);
    }
    await setJob(tx, ctx, importId, { status: "undone", undoneAt: ctx.now() });
    await announceChange(tx, ctx, { entity: "imported", id: importId });
    await recordEvent(tx, ctx, importUndone, {
      recordId: importId,
      data: { importId, of: job.entity, kept },
    });
  });
}

// Whoever may bring tags need not be one who may take them away.
async function removeUnusedTags(ctx: Context, ids: readonly string[]): Promise<void> {
  const mayRemove = !ctx.member || may(ctx.member, "fields.edit");
  const all = mayRemove && ids.length > 0 ? await listTags(ctx) : [];
  for (const { id, records } of all)
    if (records === 0 && ids.includes(id)) await deleteTag(ctx, { tagId: id });
}

async function removeIfEmpty(ctx: Context, stageId: string): Promise<void> {
  try {
    await removeStage(ctx, { stageId });
  } catch (error) {
    // Other deals stand there by now, or somebody removed it.
    if (!(error instanceof AppError)) throw error;
  }
}
