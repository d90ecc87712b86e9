import type { Entity } from "@/server/platform";
import type { TargetField } from "../contract";
import { knownRecords } from "../jobs/import-keys";
import type { PlannedRow } from "../plan/planned-row";
import type { Fault } from "../targets/draft";
import type { Batch } from "./batch";

type Values = Record<string, unknown>;

/** Looks up the records that rows name; a row that names one which is not here is at fault. */
export async function linkedRecords(
  batch: Batch,
  fields: readonly TargetField[],
  rows: readonly PlannedRow[],
): Promise<(values: Values) => { values: Values; fault: Fault | null }> {
  const links = fields.filter((field) => field.type === "link");
  const known = new Map<string, Map<string, string>>();
  for (const { key, linksTo } of links) {
    const told = rows.flatMap(({ values }) => (typeof values[key] === "string" ? [values[key]] : []));
    known.set(key, await knownRecords(batch.tx, batch.ctx, (linksTo ?? "contact") as Entity, told));
  }
  return function linked(values) {
    const found: Values = {};
    for (const { key } of links) {
      const told = values[key];
      if (typeof told !== "string") continue;
      const id = known.get(key)?.get(told);
      if (id === undefined) return { values, fault: { field: key, code: "NO_SUCH_RECORD" } };
      found[key] = id;
    }
    return { values: links.length > 0 ? { ...values, ...found } : values, fault: null };
  };
}
