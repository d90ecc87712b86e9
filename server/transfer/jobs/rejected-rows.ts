import { stringify } from "csv-stringify/sync";
import { and, asc, eq } from "drizzle-orm";
import { importBatch } from "@/db/schema/transfer";
import { messagesOf } from "@/messages";
import { AppError, type Context, inOrganization } from "@/server/platform";
import { safeCell } from "../export/safe-cell";
import { chunkRows } from "./chunks";
import { type Job, readJob } from "./job-rows";

/** The rejected rows of an import in the columns they came in, each with its reasons, as CSV. @throws NOT_FOUND */
export async function rejectedRows(
  ctx: Context,
  { importId }: { importId: string },
): Promise<{ fileName: string; text: AsyncGenerator<string> }> {
  const job = await inOrganization(ctx, (tx) => readJob(tx, ctx, importId));
  if (job.filesRemovedAt) throw new AppError("NOT_FOUND");
  const words = messagesOf(ctx.language).transfer;
  const base = job.fileName.replace(/\.[^.]*$/, "").slice(0, 100);
  return { fileName: `${base} — ${words.report.rejectedFile}.csv`, text: lines(ctx, job) };
}

async function* lines(ctx: Context, job: Job): AsyncGenerator<string> {
  const words = messagesOf(ctx.language).transfer;
  const options = { delimiter: ctx.language === "ru" ? ";" : "," };
  yield `\uFEFF${stringify([[words.report.line, words.report.reason, ...job.reading.header].map(safeCell)], options)}`;
  const reasons: Record<string, string> = words.errors;
  for (let number = 0; ; number++) {
    const [batch] = await inOrganization(ctx, (tx) =>
      tx
        .select({ ledger: importBatch.ledger })
        .from(importBatch)
        .where(
          and(
            eq(importBatch.organizationId, ctx.organizationId),
            eq(importBatch.importId, job.id),
            eq(importBatch.number, number),
          ),
        )
        .orderBy(asc(importBatch.number)),
    );
    if (!batch) return;
    const { rejected } = batch.ledger;
    if (rejected.length === 0) continue;
    const rows = new Map((await chunkRows(ctx, job.id, number))?.map((row) => [row.line, row]));
    const out = rejected.map(({ line, errors }) => {
      const reason = errors.map(({ column, code }) => {
        const where = column === null ? "" : `${job.reading.header[column] ?? ""}: `;
        return `${where}${reasons[code] ?? code}`;
      });
      return [line, reason.join("; "), ...(rows.get(line)?.cells ?? [])].map((cell) =>
        safeCell(String(cell)),
      );
    });
    yield stringify(out, options);
  }
}
