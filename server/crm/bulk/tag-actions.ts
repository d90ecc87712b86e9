import { checkChanges, lockRecord, updateRecord } from "@/server/crm/records";
import { joining } from "@/server/platform";
import type { BulkAction, Params } from "./bulk-action";
import { update, valueOf } from "./update-action";

type Tags = (held: readonly string[], named: readonly string[]) => string[];

const namedIn = ({ tagIds }: Params) => tagIds as string[];

/** Tags are put on each record, or taken off; a record that has them, or lacks them, is left as it is. */
function changingTags(tagsAfter: Tags): BulkAction {
  return {
    operation: "edit",
    check: (tx, ctx, type, params) => checkChanges(tx, ctx, type, { tags: namedIn(params) }),
    async apply(tx, ctx, type, id, params) {
      const row = await lockRecord(tx, ctx, type, id);
      const held = valueOf(row, "tags");
      const tags = Array.isArray(held) ? held.map(String) : [];
      const after = tagsAfter(tags, namedIn(params));
      const changes = { tags: after.length > 0 ? after : null };
      // Told to `updateRecord` also when nothing changes: it asks whether the actor may.
      const { version } = await updateRecord(joining(ctx, tx), type, { id, changes });
      return { before: version === row.version ? {} : { tags: held }, version };
    },
    async revert(tx, ctx, type, id, trace) {
      if ("tags" in trace.before) await update.revert(tx, ctx, type, id, trace);
    },
  };
}

export const addTags = changingTags((held, named) => [...new Set([...held, ...named])]);
export const removeTags = changingTags((held, named) => held.filter((id) => !named.includes(id)));
