import { stringify } from "csv-stringify/sync";
import type { Context } from "@/server/platform";
import { keptText } from "../values/kept-text";
import { besides } from "./besides";
import type { Export } from "./pages";

type Whole = Record<string, unknown>;

/** Records exactly as they are kept, as a table: what is no single value is JSON in its cell. */
export async function* losslessCsv(ctx: Context, out: Export): AsyncGenerator<string> {
  let header: string[] | null = null;
  for await (const records of wholeRecords(ctx, out)) {
    const [first] = records;
    if (!header) {
      header = Object.keys(first ?? emptyRecord(out));
      yield stringify([header]);
    }
    const columns = header;
    yield stringify(records.map((one) => columns.map((key) => keptText(one[key]))));
  }
}

/** The same as JSON, one record a line. */
export async function* jsonLines(ctx: Context, out: Export): AsyncGenerator<string> {
  for await (const records of wholeRecords(ctx, out))
    yield records.map((one) => `${JSON.stringify(one)}\n`).join("");
}

async function* wholeRecords(ctx: Context, out: Export): AsyncGenerator<Whole[]> {
  const { entity, fields, pages } = out;
  for await (const page of pages) {
    const more = await besides(ctx, entity, page, fields);
    yield page.records.map(({ id, version, values }, place) => ({
      ...{ id, version },
      ...Object.fromEntries(fields.map(({ key }) => [key, values[key] ?? null])),
      ...more[place],
    }));
  }
}

function emptyRecord({ fields }: Export): Whole {
  return Object.fromEntries(["id", "version", ...fields.map(({ key }) => key)].map((key) => [key, null]));
}
