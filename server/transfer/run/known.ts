import { findByPoints } from "@/server/crm/records";
import { externalIds } from "../jobs/import-keys";
import type { Target } from "../targets/target";
import type { Batch } from "./batch";

const kinds = { t: "tax_id", e: "email", p: "phone" } as const;

/**
 * Which records these keys belong to: `e:` an email, `p:` a phone, `t:` a tax id, `n:` a name in lower case, `s:` an
 * article number, `i:` an id in the system the file came from.
 */
export async function recordsBehind(
  batch: Batch,
  target: Pick<Target, "entity" | "byNames" | "bySkus">,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const { tx, ctx } = batch;
  const found = new Map<string, string>();
  const bare = (mark: string) => keys.filter((key) => key.startsWith(`${mark}:`)).map((key) => key.slice(2));
  const add = (mark: string, ids: Map<string, string>) => {
    for (const [key, id] of ids) found.set(`${mark}:${key}`, id);
  };
  for (const [mark, kind] of Object.entries(kinds))
    add(mark, await findByPoints(tx, ctx, target.entity, kind, bare(mark)));
  add("n", await target.byNames(batch, bare("n")));
  if (target.bySkus) add("s", await target.bySkus(batch, bare("s")));
  add("i", await externalIds(tx, ctx, { entity: target.entity, listId: batch.job.listId }, bare("i")));
  return found;
}
