import { and, eq, gt } from "drizzle-orm";
import { importJob } from "@/db/schema/transfer";
import { AppError, authorize, type Context, inOrganization, may } from "@/server/platform";
import { type Importable, importable, noCounts } from "../contract";
import { type Bytes, peek } from "../read/bytes";
import { type FileKind, kindOf, type TableOptions } from "../read/read-table";
import { shortened } from "../values/shortened";
import { firstMapping, firstOptions, guessColumns } from "./first-mapping";
import { removeJob, saveJob } from "./job-rows";
import { keepFile } from "./pieces";
import { lookAt, readable } from "./read-file";
import { surroundings } from "./surroundings";

const HEAD = 4096;
const DAY = 86_400_000;
const MOST_A_DAY = 200;

/**
 * Takes a file in: keeps it, looks at how it is written, and guesses what its columns are. `entity` is what a person
 * says the rows are; absent, the headers tell. @throws FILE_UNREADABLE, TOO_LARGE, TOO_MANY, FORBIDDEN
 */
export async function createImport(
  ctx: Context,
  input: { fileName: string; entity?: Importable | undefined },
  bytes: Bytes,
): Promise<{ importId: string }> {
  const memberId = ctx.member?.id;
  if (!memberId || !importable.some((entity) => mayImport(ctx, entity))) throw new AppError("FORBIDDEN");
  await assertNotTooMany(ctx);
  const { sample, all } = await peek(bytes, HEAD);
  const fileKind = await readable(async () => kindOf(sample));
  const id = ctx.newId();
  const empty = {
    encoding: null,
    delimiter: null,
    sheet: null,
    sheets: [],
    header: [],
    sample: [],
    format: null,
  };
  await inOrganization(ctx, (tx) =>
    tx.insert(importJob).values({
      ...{ organizationId: ctx.organizationId, id, memberId, fileKind },
      entity: input.entity ?? "contact",
      fileName: shortened(input.fileName, 255),
      size: 0,
      status: "uploaded",
      reading: { ...empty, lossless: false },
      mapping: [],
      options: firstOptions("contact", memberId, null),
      counts: noCounts,
      made: { fields: [], stages: [], sources: [], lossReasons: [] },
      language: ctx.language,
      createdAt: ctx.now(),
      updatedAt: ctx.now(),
    }),
  );
  try {
    const size = await keepFile(ctx, id, all);
    await saveJob(ctx, id, { size, ...(await firstLook(ctx, { id, fileKind }, input.entity)) });
  } catch (error) {
    // Nothing of a file that cannot be imported is kept.
    await removeJob(ctx, id);
    throw error;
  }
  return { importId: id };
}

/** What a file seems to be, and what its columns are. @throws FILE_UNREADABLE, FORBIDDEN */
export async function firstLook(
  ctx: Context,
  job: { id: string; fileKind: FileKind },
  chosen: Importable | undefined,
  options: TableOptions = {},
) {
  const { reading, entity: guessed } = await lookAt(ctx, job, options);
  const entity = chosen ?? guessed ?? "contact";
  authorize(ctx, `${entity}.create`);
  const around = await surroundings(ctx, { entity, lossless: reading.lossless, language: ctx.language });
  const { columns } = guessColumns(reading.header, reading.sample, { entity, ...around });
  const stage = around.pipelines[0]?.stages.find((one) => one.outcome === "open");
  const first = firstOptions(entity, ctx.member?.id ?? null, stage?.id ?? null, reading.lossless);
  return {
    reading,
    entity,
    mapping: firstMapping(columns, ctx.member !== null && may(ctx.member, "pipeline.edit")),
    options: first,
  };
}

/** @throws TOO_MANY when the organization brought a day's worth of files already */
async function assertNotTooMany(ctx: Context): Promise<void> {
  const dayAgo = new Date(ctx.now().getTime() - DAY);
  const today = and(eq(importJob.organizationId, ctx.organizationId), gt(importJob.createdAt, dayAgo));
  if ((await inOrganization(ctx, (tx) => tx.$count(importJob, today))) >= MOST_A_DAY)
    throw new AppError("TOO_MANY");
}

function mayImport(ctx: Context, entity: Importable): boolean {
  return ctx.member !== null && may(ctx.member, `${entity}.create`);
}
