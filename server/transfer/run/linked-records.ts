import { fold } from "@/server/filter";
import type { Entity } from "@/server/platform";
import { type Importable, importable, type Mapping, type TargetField } from "../contract";
import { isId, knownRecords } from "../jobs/import-keys";
import type { Around } from "../jobs/surroundings";
import type { PlannedRow } from "../plan/planned-row";
import { targets } from "../targets";
import type { Fault } from "../targets/draft";
import { phoneKeyOf } from "../targets/reach";
import { phonesParser } from "../values/phones";
import type { Batch } from "./batch";
import { recordsBehind } from "./known";

type Values = Record<string, unknown>;
type Settings = { around: Around; mapping: Mapping };

/**
 * Looks up the records that rows name. A row that names one which is not here is at fault, unless its column is to be left
 * blank then.
 */
export async function linkedRecords(
  batch: Batch,
  { around, mapping }: Settings,
  rows: readonly PlannedRow[],
): Promise<(values: Values) => { values: Values; fault: Fault | null }> {
  const links = around.fields.filter(
    ({ type, key }) => type === "link" && mapping.some((one) => one.field === key),
  );
  const known = new Map<string, Map<string, string>>();
  for (const field of links) {
    const told = rows.flatMap(({ values }) =>
      typeof values[field.key] === "string" ? [values[field.key]] : [],
    );
    known.set(field.key, await recordsTold(batch, around, field, [...new Set(told as string[])]));
  }
  const leftOut = new Set(mapping.flatMap(({ field, onUnknown }) => (onUnknown === "blank" ? field : [])));
  return function linked(values) {
    const found: Values = {};
    for (const { key } of links) {
      const told = values[key];
      if (typeof told !== "string") continue;
      const id = known.get(key)?.get(told);
      if (id === undefined && !leftOut.has(key))
        return { values, fault: { field: key, code: "NO_SUCH_RECORD" } };
      found[key] = id;
    }
    return { values: links.length > 0 ? { ...values, ...found } : values, fault: null };
  };
}

/** Which records texts of a column mean. */
async function recordsTold(
  batch: Batch,
  around: Around,
  { linksTo = "contact" }: TargetField,
  told: readonly string[],
): Promise<Map<string, string>> {
  const entity = linksTo as Entity;
  const ids = told.map((text) => text.toLowerCase()).filter(isId);
  const byId = await knownRecords(batch.tx, batch.ctx, entity, ids);
  if (around.lossless || !isImportable(entity) || entity === "list_item") return byId;
  const keys = new Map(told.map((text) => [text, keysOf(text, around)]));
  const behind = await recordsBehind(batch, targets[entity], [...keys.values()].flat());
  const found = new Map<string, string>();
  for (const [text, all] of keys) {
    const id =
      byId.get(text.toLowerCase()) ?? all.map((key) => behind.get(key)).find((one) => one !== undefined);
    if (id !== undefined) found.set(text, id);
  }
  return found;
}

/** By what a text may be known, the surest first. */
function keysOf(text: string, { country }: Around): string[] {
  const phone = phonesParser(country)(text);
  return [
    `i:${text}`,
    `t:${text.toLowerCase()}`,
    `s:${text}`,
    `e:${text.toLowerCase()}`,
    ...(phone.kind === "value" ? phone.value.map((one) => `p:${phoneKeyOf(one)}`) : []),
    `n:${fold(text)}`,
  ];
}

function isImportable(entity: string): entity is Importable {
  return importable.some((one) => one === entity);
}
