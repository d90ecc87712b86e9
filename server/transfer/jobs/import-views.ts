import { and, desc, eq, gt, sql } from "drizzle-orm";
import type { z } from "zod";
import { importBatch, importJob } from "@/db/schema/transfer";
import { memberNames } from "@/server/identity";
import { type Context, inOrganization, type Transaction } from "@/server/platform";
import type { DuplicateKey, ImportId, ImportJob, KeptRecord, TargetField } from "../contract";
import { targets } from "../targets";
import { type GuessedColumn, guessColumns } from "./first-mapping";
import { type Job, maySee, readJob } from "./job-rows";
import { surroundings } from "./surroundings";

const shownJobs = 50;

/** The imports the actor may see, the newest first, without their samples and checks. */
export async function listImports(ctx: Context): Promise<Omit<ImportJob, "reading" | "mapping" | "check">[]> {
  return inOrganization(ctx, async (tx) => {
    const jobs = await tx
      .select()
      .from(importJob)
      .where(and(eq(importJob.organizationId, ctx.organizationId), gt(importJob.size, 0)))
      .orderBy(desc(importJob.createdAt))
      .limit(shownJobs);
    const mine = jobs.filter((job) => maySee(ctx, job));
    const names = await namesOf(tx, ctx, mine);
    return mine.map((job) => {
      const { reading: _reading, mapping: _mapping, check: _check, ...view } = viewOf(job as Job, names);
      return view;
    });
  });
}

export type ImportPage = {
  job: ImportJob;
  /** What columns can be read into. */
  fields: TargetField[];
  /** What each column seems to be. */
  columns: GuessedColumn[];
  keys: readonly DuplicateKey[];
  pipelines: { id: string; name: string; stages: { id: string; name: string }[] }[];
  members: { id: string; name: string }[];
  /** After an undo: the records that stayed. */
  kept: KeptRecord[];
};

/** One import with all that its screen needs. @throws NOT_FOUND */
export async function getImport(ctx: Context, { importId }: z.output<typeof ImportId>): Promise<ImportPage> {
  const { job, names, kept } = await inOrganization(ctx, async (tx) => {
    const found = await readJob(tx, ctx, importId);
    return { job: found, names: await namesOf(tx, ctx, [found]), kept: await keptBy(tx, ctx, found) };
  });
  const { entity, listId, language, mapping, reading } = job;
  const around = await surroundings(ctx, { entity, listId, language, reading });
  const { columns } = guessColumns(reading.header, reading.sample, { entity, ...around });
  return {
    job: viewOf({ ...job, mapping }, names),
    fields: around.fields,
    columns,
    keys: targets[entity].keys,
    pipelines: around.pipelines.map(({ id, name, stages }) => ({
      ...{ id, name },
      stages: stages.map((stage) => ({ id: stage.id, name: stage.name })),
    })),
    members: around.members.map(({ id, name }) => ({ id, name })),
    kept,
  };
}

function viewOf(job: Job, names: Record<string, string>): ImportJob {
  const { styles: _styles, ...check } = job.check ?? { styles: [] };
  return {
    ...{
      id: job.id,
      entity: job.entity,
      listId: job.listId,
      fileName: job.fileName,
      fileKind: job.fileKind,
      size: job.size,
    },
    ...{ status: job.status, reading: job.reading, mapping: job.mapping, options: job.options },
    check: job.check ? (check as ImportJob["check"]) : null,
    ...{ counts: job.counts, fault: job.fault, memberName: names[job.memberId] ?? null },
    ...{ createdAt: job.createdAt, startedAt: job.startedAt, finishedAt: job.finishedAt },
    ...{ undoneAt: job.undoneAt, filesRemovedAt: job.filesRemovedAt },
  };
}

async function namesOf(tx: Transaction, ctx: Context, jobs: readonly { memberId: string }[]) {
  const ids = [...new Set(jobs.map((job) => job.memberId))];
  return ids.length > 0 ? memberNames(tx, ctx, ids) : {};
}

async function keptBy(tx: Transaction, ctx: Context, { id }: Job): Promise<KeptRecord[]> {
  const rows = await tx
    .select({ kept: sql<KeptRecord[] | null>`${importBatch.ledger} -> 'kept'` })
    .from(importBatch)
    .where(and(eq(importBatch.organizationId, ctx.organizationId), eq(importBatch.importId, id)));
  return rows.flatMap(({ kept }) => kept ?? []).slice(0, 200);
}
