import { insertItems, itemsByTitle, overwriteItems } from "@/server/crm/lists";
import { plainText } from "@/server/filter";
import { invariant } from "@/server/platform";
import { shortened } from "../values/shortened";
import { importDate } from "./dates";
import { lossless, recordFields, target } from "./fields";
import { emptied } from "./links";
import { noteUpdates } from "./note-updates";
import type { Target } from "./target";

/** Records of one of the organization's own lists, with the fields that list has. */
export const itemTarget: Target = {
  entity: "list_item",
  keys: ["externalId", "name"],
  fields: (around) => [
    target("title", "text", "Название", "Title", { required: true }),
    ...recordFields(),
    ...(around.lossless ? lossless() : []),
  ],
  fault: () => null,
  name: titleOf,
  byNames: ({ tx, ctx, job }, titles) => itemsByTitle(tx, ctx, job.listId, titles),
  misfit: (_values, before, { listId }) =>
    before.row.list_id === listId ? null : { field: "externalId", code: "NO_SUCH_RECORD" },
  async create(batch, drafts) {
    const { tx, ctx } = batch;
    const { listId } = batch.job;
    invariant(listId, "an import of list items names its list");
    const { slots } = await batch.custom("list_item");
    const items = drafts.map(({ values, ownerId, custom }) => ({
      id: ctx.newId(),
      title: titleOf(values),
      ownerId,
      createdAt: importDate(values.createdAt) ?? ctx.now(),
      custom: custom.custom,
      slots: { ...emptied(slots), ...custom.slots },
    }));
    await insertItems(tx, ctx, { listId, items }, batch);
    const ids = items.map((item) => item.id);
    batch.made("list_item", ids);
    await batch.besides("list_item", drafts, ids);
    return ids;
  },
  async update(batch, revisions) {
    const { tx, ctx } = batch;
    const changed = await overwriteItems(
      tx,
      ctx,
      revisions.map(({ values, before, custom }) => ({
        before,
        points: [],
        columns: {
          ...custom.slots,
          custom: custom.custom,
          title: titleOf(values),
          ...(typeof values.ownerId === "string" && { ownerId: values.ownerId }),
        },
      })),
      batch,
    );
    await noteUpdates(batch, "list_item", revisions, changed);
  },
};

function titleOf(values: Record<string, unknown>): string {
  return shortened(plainText(values.title ?? ""), 300);
}
