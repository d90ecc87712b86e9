import type { z } from "zod";
import { dictionaryNamesIn, listRecords, type RecordList } from "@/server/crm/records";
import { recordTypeOf } from "@/server/crm/registry";
import { catalog, type Field } from "@/server/fields";
import type { Filter } from "@/server/filter/tree";
import { authorize, type Context, inOrganization, recordEvent } from "@/server/platform";
import { ExportRecords } from "../contract";
import { recordsExported } from "../events";
import { columnsOf } from "./columns";
import { humanCsv } from "./human-csv";
import { jsonLines, losslessCsv } from "./lossless";
import type { Export, Page } from "./pages";
import { workbook } from "./workbook";

const page = 200;

type Query = z.output<typeof ExportRecords>;

export type ExportFile = {
  fileName: string;
  contentType: string;
  content: AsyncIterable<Uint8Array | string>;
};

/**
 * Takes records of a view out, a page after another: for people with names and local formats, or exactly as they are
 * kept. Only what the role may export is among them. @throws FORBIDDEN, FILTER_INVALID, INVALID at `sort`
 */
export async function exportRecords(ctx: Context, input: z.input<typeof ExportRecords>): Promise<ExportFile> {
  const query = ExportRecords.parse(input);
  authorize(ctx, `${query.entity}.export`);
  const fields = await inOrganization(ctx, async (tx) => {
    await recordEvent(tx, ctx, recordsExported, {
      recordId: ctx.member?.id ?? ctx.organizationId,
      data: { of: query.entity, format: query.format },
    });
    return catalog(ctx, tx, query.entity, query.listId);
  });
  // The first page is read before anything is answered: what is wrong with the query is a refusal, not half a file.
  const first = await readPage(ctx, query, null);
  const name = `${query.entity}-${ctx.now().toISOString().slice(0, 10)}`;
  return fileOf(ctx, query, name, {
    entity: query.entity,
    fields,
    pages: pagesFrom(ctx, query, first, fields),
    currencyOf: (values) => (typeof values.currency === "string" ? values.currency : ctx.currency),
  });
}

const kinds = {
  csv: { contentType: "text/csv; charset=utf-8" },
  jsonl: { contentType: "application/x-ndjson; charset=utf-8" },
  xlsx: { contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
};

function fileOf(ctx: Context, { format, columns }: Query, name: string, out: Export): ExportFile {
  // What a formula comes to is not kept, and is nothing an import could write.
  const whole = { ...out, fields: keptIn(out.fields, columns) };
  if (format === "lossless_csv")
    return { ...kinds.csv, fileName: `${name}-lossless.csv`, content: losslessCsv(ctx, whole) };
  if (format === "lossless_jsonl")
    return { ...kinds.jsonl, fileName: `${name}.jsonl`, content: jsonLines(ctx, whole) };
  const chosen = columnsOf(ctx, out, columns);
  return format === "xlsx"
    ? { ...kinds.xlsx, fileName: `${name}.xlsx`, content: workbook(ctx, out, chosen) }
    : { ...kinds.csv, fileName: `${name}.csv`, content: humanCsv(ctx, out, chosen) };
}

function keptIn(fields: readonly Field[], columns: readonly string[] | undefined): readonly Field[] {
  const kept = fields.filter((field) => field.type !== "formula");
  return columns ? columns.flatMap((key) => kept.find((field) => field.key === key) ?? []) : kept;
}

function readPage(ctx: Context, query: Query, cursor: string | null): Promise<RecordList> {
  const { entity, listId, search, sort } = query;
  const inList: Filter[] = listId ? [{ field: "listId", operator: "in", value: [listId] }] : [];
  const parts = query.filter ? [...inList, query.filter] : inList;
  const filter = parts.length > 0 ? { and: parts } : undefined;
  return listRecords(ctx, recordTypeOf(entity), { filter, search, sort, cursor, limit: page }, "export");
}

async function* pagesFrom(
  ctx: Context,
  query: Query,
  first: RecordList,
  fields: readonly Field[],
): AsyncGenerator<Page> {
  // A lossless file of some columns names a product's branch beside them.
  const branches = fields.find(({ key }) => key === "categoryId")?.options ?? [];
  const categories = Object.fromEntries(branches.map(({ id, name }) => [id, name]));
  for (let now = first; ; ) {
    yield { ...now, names: { ...categories, ...(await placeNames(ctx, fields, now)), ...now.names } };
    if (!now.nextCursor) return;
    now = await readPage(ctx, query, now.nextCursor);
  }
}

const places = ["pipeline", "stage", "source", "loss_reason"] as const;

function placeNames(ctx: Context, fields: readonly Field[], { records }: RecordList) {
  return inOrganization(ctx, (tx) => dictionaryNamesIn(tx, ctx, fields, records, places));
}
