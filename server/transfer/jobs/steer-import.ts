import type { z } from "zod";
import { assertMember } from "@/server/identity";
import { liveStage } from "@/server/pipelines";
import {
  AppError,
  authorize,
  type Context,
  inOrganization,
  isStaged,
  recordEvent,
  type Transaction,
} from "@/server/platform";
import {
  type ColumnMapping,
  type ImportId,
  type MapImport,
  noCounts,
  type ReadAgain,
  type TargetType,
} from "../contract";
import { importCheckRequested, importStarted, importUndoRequested } from "../events";
import { firstLook } from "./create-import";
import { assertStatus, type Job, lockJob, readJob, removeJob, setJob } from "./job-rows";
import { type Around, surroundings } from "./surroundings";

type Ref = z.output<typeof ImportId>;

/** Reads the file in another way, or as other records; the mapping is guessed anew. @throws IMPORT_NOT_NOW, FILE_UNREADABLE */
export async function readImportAgain(ctx: Context, input: z.output<typeof ReadAgain>): Promise<void> {
  const { importId, entity, listId, ...chosen } = input;
  const job = await inOrganization(ctx, (tx) => readJob(tx, ctx, importId));
  assertStatus(job, "uploaded", "checking", "mapped");
  const { encoding, delimiter, sheet } = job.reading;
  const as = { entity: entity ?? job.entity, listId: listId ?? job.listId ?? undefined };
  const look = await firstLook(ctx, job, as, { encoding, delimiter, sheet, ...chosen });
  await inOrganization(ctx, async (tx) => {
    const now = await lockJob(tx, ctx, importId);
    assertStatus(now, "uploaded", "checking", "mapped");
    await setJob(tx, ctx, importId, {
      ...look,
      status: "uploaded",
      check: null,
      fault: null,
      revision: now.revision + 1,
    });
  });
}

/**
 * Says what the columns are, and how rows are imported. What was checked before is checked no more.
 * @throws IMPORT_NOT_NOW, INVALID at `ownerId`, STAGE_GONE
 */
export async function mapImport(ctx: Context, { importId, mapping, options }: MapImport): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const job = await lockJob(tx, ctx, importId);
    assertStatus(job, "uploaded", "checking", "mapped");
    await assertMember(tx, ctx, options?.ownerId);
    if (options?.stageId && isStaged(job.entity)) await liveStage(tx, ctx, options.stageId, job.entity);
    await setJob(tx, ctx, importId, {
      mapping: mapping ?? job.mapping,
      options: { ...job.options, ...options },
      ...{ status: "uploaded", check: null, fault: null, counts: noCounts },
      revision: job.revision + 1,
    });
  });
}

/** Sets a trial run over the whole file going. @throws IMPORT_MAPPING, IMPORT_NOT_NOW, FORBIDDEN */
export async function requestCheck(ctx: Context, { importId }: Ref): Promise<void> {
  const job = await inOrganization(ctx, (tx) => readJob(tx, ctx, importId));
  await assertMapping(ctx, job);
  await inOrganization(ctx, async (tx) => {
    const now = await lockJob(tx, ctx, importId);
    assertStatus(now, "uploaded", "checking", "mapped");
    const revision = now.revision + 1;
    await setJob(tx, ctx, importId, { status: "checking", fault: null, counts: noCounts, revision });
    await recordEvent(tx, ctx, importCheckRequested, { recordId: importId, data: { importId, revision } });
  });
}

/** Starts an import that was checked, or goes on with one that broke off. @throws IMPORT_NOT_NOW, FORBIDDEN */
export async function startImport(ctx: Context, { importId }: Ref): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const job = await lockJob(tx, ctx, importId);
    assertStatus(job, "mapped", "failed");
    assertMayMake(ctx, job);
    await begin(tx, ctx, job);
  });
}

async function begin(tx: Transaction, ctx: Context, job: Job): Promise<void> {
  const counts = job.startedAt ? job.counts : noCounts;
  await setJob(tx, ctx, job.id, { status: "running", fault: null, finishedAt: null, counts });
  await recordEvent(tx, ctx, importStarted, { recordId: job.id, data: { importId: job.id } });
}

/** Stops an import after the chunk it is at; what is done can be undone. One that has not begun is taken away. */
export async function cancelImport(ctx: Context, { importId }: Ref): Promise<void> {
  const removed = await inOrganization(ctx, async (tx) => {
    const job = await lockJob(tx, ctx, importId);
    assertStatus(job, "uploaded", "checking", "mapped", "running", "failed");
    if (!job.startedAt && job.status !== "running") return true;
    await setJob(tx, ctx, importId, { status: "cancelled", finishedAt: ctx.now() });
    return false;
  });
  if (removed) await removeJob(ctx, importId);
}

/** Sets the undo of an import going. @throws IMPORT_NOT_NOW, FORBIDDEN */
export async function requestUndo(ctx: Context, { importId }: Ref): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const job = await lockJob(tx, ctx, importId);
    assertStatus(job, "done", "cancelled", "failed");
    authorize(ctx, `${job.entity}.create`);
    await setJob(tx, ctx, importId, { status: "undoing", fault: null });
    await recordEvent(tx, ctx, importUndoRequested, { recordId: importId, data: { importId } });
  });
}

/** @throws IMPORT_MAPPING when a field is not there, is filled twice though it takes one, or a needed one is missing */
async function assertMapping(ctx: Context, job: Job): Promise<void> {
  authorize(ctx, `${job.entity}.create`);
  assertMayMake(ctx, job);
  const { mapping, reading } = job;
  const around = await surroundings(ctx, job);
  const { fields } = around;
  const keys = new Set(fields.map((field) => field.key));
  const stray = mapping.find(({ field, column }) => !keys.has(field) || column >= reading.header.length);
  if (stray) throw new AppError("IMPORT_MAPPING", {}, { field: `column.${stray.column}` });
  const foreign = mapping.find((one) => !replacesWithin(one, around));
  if (foreign) throw new AppError("IMPORT_MAPPING", {}, { field: `column.${foreign.column}` });
  if (mapping.length === 0) throw new AppError("IMPORT_MAPPING", {}, { field: "mapping" });
}

/** New fields, choices and stages are made with the importer's own rights. @throws FORBIDDEN */
function assertMayMake(ctx: Context, { mapping }: Job): void {
  const making = mapping.filter((one) => one.onUnknown === "create" || one.create);
  if (making.some((one) => one.create || one.field.startsWith("c_"))) authorize(ctx, "fields.edit");
  if (making.some((one) => ["stageId", "sourceId", "lossReasonId"].includes(one.field)))
    authorize(ctx, "pipeline.edit");
  if (making.some((one) => one.field === "categoryId")) authorize(ctx, "product.edit");
}

/** Does a column replace texts by what the workspace has, and nothing else? */
function replacesWithin({ field: key, replace }: ColumnMapping, around: Around): boolean {
  const ids = Object.values(replace ?? {}).filter((id) => id !== null);
  const field = around.fields.find((one) => one.key === key);
  const there: Partial<Record<TargetType, () => readonly { id: string }[]>> = {
    member: () => around.members,
    pipeline: () => around.pipelines,
    stage: () => around.pipelines.flatMap((pipeline) => pipeline.stages),
    list: () => field?.options ?? [],
    multi_list: () => field?.options ?? [],
  };
  const known = new Set((field && there[field.type]?.())?.map(({ id }) => id));
  return ids.every((id) => known.has(id));
}
