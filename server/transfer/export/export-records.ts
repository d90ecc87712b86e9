import { stringify } from "csv-stringify/sync";
import type { z } from "zod";
import { type InvoiceContents, invoiceContents } from "@/server/crm/invoices";
import { contactPointsFor, listRecords, type RecordList } from "@/server/crm/records";
import { recordTypeOf } from "@/server/crm/registry";
import { catalog, type Field } from "@/server/fields";
import type { Filter } from "@/server/filter/tree";
import { listLossReasons, listPipelines, listSources } from "@/server/pipelines";
import { authorize, type Context, inOrganization, joining, recordEvent } from "@/server/platform";
import { ExportRecords } from "../contract";
import { recordsExported } from "../events";
import { humanText } from "./human-values";
import { losslessText } from "./lossless-values";
import type { Export, Page } from "./pages";
import { safeCell } from "./safe-cell";
import { workbook } from "./workbook";

const page = 200;

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
  const lossless = query.format.startsWith("lossless");
  const { fields, words } = await inOrganization(ctx, async (tx) => {
    const all = (await catalog(ctx, tx, query.entity, query.listId)).filter(
      (field) => !lossless || field.type !== "formula",
    );
    await recordEvent(tx, ctx, recordsExported, {
      recordId: ctx.member?.id ?? ctx.organizationId,
      data: { of: query.entity, format: query.format },
    });
    return { fields: chosen(all, query.columns), words: await placeNames(joining(ctx, tx)) };
  });
  // The first page is read before anything is answered: what is wrong with the query is a refusal, not half a file.
  const first = await readPage(ctx, query, null);
  const out: Export = {
    fields,
    pages: pagesFrom(ctx, query, first, words),
    currencyOf: (values) => (typeof values.currency === "string" ? values.currency : ctx.currency),
  };
  const name = `${query.entity}-${ctx.now().toISOString().slice(0, 10)}`;
  if (query.format === "xlsx")
    return { ...kinds.xlsx, fileName: `${name}.xlsx`, content: workbook(ctx, out) };
  if (query.format === "csv") return { ...kinds.csv, fileName: `${name}.csv`, content: humanCsv(ctx, out) };
  if (query.format === "lossless_csv")
    return { ...kinds.csv, fileName: `${name}-lossless.csv`, content: losslessCsv(ctx, query.entity, out) };
  return { ...kinds.jsonl, fileName: `${name}.jsonl`, content: jsonLines(ctx, query.entity, out) };
}

const kinds = {
  csv: { contentType: "text/csv; charset=utf-8" },
  jsonl: { contentType: "application/x-ndjson; charset=utf-8" },
  xlsx: { contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
};

function chosen(fields: readonly Field[], columns: readonly string[] | undefined): readonly Field[] {
  if (!columns) return fields;
  return columns.flatMap((key) => fields.find((field) => field.key === key) ?? []);
}

function readPage(
  ctx: Context,
  query: z.output<typeof ExportRecords>,
  cursor: string | null,
): Promise<RecordList> {
  const { entity, listId, search, sort } = query;
  const inList: Filter[] = listId ? [{ field: "listId", operator: "in", value: [listId] }] : [];
  const parts = query.filter ? [...inList, query.filter] : inList;
  const filter = parts.length > 0 ? { and: parts } : undefined;
  return listRecords(ctx, recordTypeOf(entity), { filter, search, sort, cursor, limit: page }, "export");
}

async function* pagesFrom(
  ctx: Context,
  query: z.output<typeof ExportRecords>,
  first: RecordList,
  words: Record<string, string>,
): AsyncGenerator<Page> {
  for (let now = first; ; ) {
    yield { ...now, names: { ...words, ...now.names } };
    if (!now.nextCursor) return;
    now = await readPage(ctx, query, now.nextCursor);
  }
}

/** What pipelines, stages, sources and loss reasons are called, by id. */
async function placeNames(ctx: Context): Promise<Record<string, string>> {
  const pipelines = await listPipelines(ctx);
  const all = [
    ...pipelines,
    ...pipelines.flatMap((pipeline) => pipeline.stages),
    ...(await listSources(ctx)),
    ...(await listLossReasons(ctx)),
  ];
  return Object.fromEntries(all.map(({ id, name }) => [id, name]));
}

async function* humanCsv(ctx: Context, { fields, pages, currencyOf }: Export): AsyncGenerator<string> {
  // Excel takes the delimiter of its language, and UTF-8 only behind a byte order mark.
  const options = { delimiter: ctx.language === "ru" ? ";" : ",", record_delimiter: "\r\n" };
  yield `\uFEFF${stringify([fields.map((field) => safeCell(field.label[ctx.language]))], options)}`;
  for await (const { records, names } of pages)
    yield stringify(
      records.map(({ values }) =>
        fields.map((field) =>
          humanText(ctx, field, values[field.key], { names, currency: currencyOf(values) }),
        ),
      ),
      options,
    );
}

/** What records hold besides their fields, by their ids: an invoice's parties, lines and payments. */
async function contentsOf(ctx: Context, { entity, ids }: { entity: string; ids: readonly string[] }) {
  return entity === "invoice" ? invoiceContents(ctx, ids) : new Map<string, InvoiceContents>();
}

const contents = [
  "seller",
  "buyer",
  "lines",
  "payments",
] as const satisfies readonly (keyof InvoiceContents)[];

/** Records that have phones and emails besides their own columns. */
const withPoints = ["lead", "contact", "company"];

async function* losslessCsv(ctx: Context, entity: string, { fields, pages }: Export): AsyncGenerator<string> {
  const reached = withPoints.some((one) => one === entity);
  const points = reached ? ["phones", "emails"] : [];
  const held = entity === "invoice" ? contents : [];
  yield stringify([["id", ...fields.map((field) => field.key), ...points, ...held]]);
  for await (const { records } of pages) {
    const inside = await contentsOf(ctx, { entity, ids: records.map((one) => one.id) });
    const known = reached
      ? await contactPointsFor(
          ctx,
          records.map((one) => one.id),
        )
      : new Map<string, never>();
    yield stringify(
      records.map(({ id, values }) => [
        id,
        ...fields.map((field) => losslessText(field, values[field.key])),
        ...points.map((kind) => {
          const mine = known.get(id) ?? [];
          return mine
            .filter((one) => `${one.kind}s` === kind)
            .map((one) => one.value)
            .join("; ");
        }),
        ...held.map((key) => JSON.stringify(inside.get(id)?.[key] ?? null)),
      ]),
    );
  }
}

async function* jsonLines(ctx: Context, entity: string, { fields, pages }: Export): AsyncGenerator<string> {
  for await (const { records } of pages) {
    const inside = await contentsOf(ctx, { entity, ids: records.map((one) => one.id) });
    yield records
      .map(({ id, version, values }) => {
        const own = Object.fromEntries(fields.map((field) => [field.key, values[field.key] ?? null]));
        return `${JSON.stringify({ id, version, ...own, ...inside.get(id) })}\n`;
      })
      .join("");
  }
}
