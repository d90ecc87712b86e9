import { insertLinks, type NewLink } from "@/server/crm/links";
import type { Context, Entity, Transaction } from "@/server/platform";
import { knownRecords } from "../jobs/import-keys";
import type { Draft } from "../targets/draft";
import type { Parts } from "../values/parts";

/**
 * Links records as their rows say. The other end has to be here: of two records the one that is imported last makes the
 * link, for both of them name it. @returns the ids of the links made
 */
export async function bringLinks(
  tx: Transaction,
  ctx: Context,
  rows: readonly { recordId: string; values: Draft["values"] }[],
  options: { muted: boolean },
): Promise<string[]> {
  const told = rows.flatMap(({ recordId, values }) =>
    ((values.links as Parts["links"] | undefined) ?? []).map((link) => ({ recordId, ...link })),
  );
  const known = new Map<string, string>();
  for (const entity of new Set<Entity>(told.map((link) => link.entity))) {
    const ids = told.flatMap((link) => (link.entity === entity ? link.id : []));
    for (const [id, here] of await knownRecords(tx, ctx, entity, ids)) known.set(id, here);
  }
  const links = told.flatMap(({ recordId, id, way, role }): NewLink[] => {
    const other = known.get(id);
    if (other === undefined) return [];
    return [way === "to" ? { fromId: recordId, toId: other, role } : { fromId: other, toId: recordId, role }];
  });
  return insertLinks(tx, ctx, links, options);
}
