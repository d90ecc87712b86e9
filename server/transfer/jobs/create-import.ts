import { and, eq, gt } from "drizzle-orm";
import { z } from "zod";
import { importJob } from "@/db/schema/transfer";
import { assertLiveList } from "@/server/crm/lists";
import { AppError, authorize, type Context, inOrganization, may, type Transaction } from "@/server/platform";
import { type Importable, importable, noCounts, type Reading } from "../contract";
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

/** What a person says the rows are; of list items also the list. What is absent the headers tell. */
export type RowsAre = { entity?: Importable | undefined; listId?: string | undefined };

/**
 * Takes a file in: keeps it, looks at how it is written, and guesses what its columns are.
 * @throws FILE_UNREADABLE, TOO_LARGE, TOO_MANY, FORBIDDEN
 */
export async function createImport(
  ctx: Context,
  input: { fileName: string } & RowsAre,
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
    await saveJob(ctx, id, { size, ...(await firstLook(ctx, { id, fileKind }, input)) });
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
  chosen: RowsAre,
  options: TableOptions = {},
) {
  const { reading, entity: guessed } = await lookAt(ctx, job, options);
  const entity = chosen.entity ?? guessed ?? "contact";
  authorize(ctx, `${entity}.create`);
  const listId = entity === "list_item" ? (chosen.listId ?? listNamedIn(reading)) : null;
  if (entity === "list_item") await inOrganization(ctx, (tx) => assertListGiven(tx, ctx, listId));
  const around = await surroundings(ctx, { entity, listId, reading, language: ctx.language });
  const { columns } = guessColumns(reading.header, reading.sample, { entity, ...around });
  const stage = around.pipelines[0]?.stages.find((one) => one.outcome === "open");
  const first = firstOptions(entity, ctx.member?.id ?? null, stage?.id ?? null, reading.lossless);
  return {
    reading,
    entity,
    listId,
    mapping: firstMapping(
      columns,
      (operation) => ctx.member !== null && may(ctx.member, operation),
      around.fields,
    ),
    options: first,
  };
}

/** The list that our own lossless export names in its first row. */
function listNamedIn({ lossless, header, sample }: Reading): string | null {
  const id = lossless ? sample[0]?.[header.indexOf("listId")] : undefined;
  return z.uuid().safeParse(id).data ?? null;
}

/** @throws INVALID at `listId` when there is none, or it is not a live one of the organization's */
function assertListGiven(tx: Transaction, ctx: Context, listId: string | null): Promise<void> {
  if (!listId) throw new AppError("INVALID", {}, { field: "listId" });
  return assertLiveList(tx, ctx, listId);
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
