import { generateNKeysBetween } from "fractional-indexing";
import { AppError, authorize, type Context, inOrganization, recordEvent } from "@/server/platform";
import { type List, type ListId, RenameList, type ReorderLists } from "./contract";
import { listArchived, listRenamed, listRestored, listsReordered } from "./events";
import { listRows, lockList, lockLists, setList } from "./list-rows";

/** Changes what a list and its records are called, and its icon. @throws NOT_FOUND */
export async function renameList(ctx: Context, input: RenameList): Promise<List> {
  authorize(ctx, "fields.edit");
  const { listId, changes } = RenameList.parse(input);
  return inOrganization(ctx, async (tx) => {
    await lockList(tx, ctx, listId);
    const renamed = await setList(tx, ctx, listId, changes);
    await recordEvent(tx, ctx, listRenamed, {
      recordId: listId,
      data: { name: renamed.name, changed: Object.keys(changes) },
    });
    return renamed;
  });
}

/** Takes a list out of sight; its records stay, and nothing is added to it until it is restored. @throws NOT_FOUND */
export async function archiveList(ctx: Context, { listId }: ListId): Promise<List> {
  authorize(ctx, "fields.edit");
  return inOrganization(ctx, async (tx) => {
    const before = await lockList(tx, ctx, listId);
    if (before.archivedAt) return before;
    const archived = await setList(tx, ctx, listId, { archivedAt: ctx.now() });
    await recordEvent(tx, ctx, listArchived, { recordId: listId, data: { name: archived.name } });
    return archived;
  });
}

/** Brings an archived list back, where it stood. @throws NOT_FOUND */
export async function restoreList(ctx: Context, { listId }: ListId): Promise<List> {
  authorize(ctx, "fields.edit");
  return inOrganization(ctx, async (tx) => {
    const before = await lockList(tx, ctx, listId);
    if (!before.archivedAt) return before;
    const restored = await setList(tx, ctx, listId, { archivedAt: null });
    await recordEvent(tx, ctx, listRestored, { recordId: listId, data: { name: restored.name } });
    return restored;
  });
}

/** Puts the live lists in another order. @throws INVALID at `listIds` when one is missing or foreign */
export async function reorderLists(ctx: Context, { listIds }: ReorderLists): Promise<void> {
  authorize(ctx, "fields.edit");
  await inOrganization(ctx, async (tx) => {
    await lockLists(tx, ctx);
    const live = await listRows(tx, ctx, { archived: false });
    const given = new Set(listIds);
    if (
      given.size !== listIds.length ||
      given.size !== live.length ||
      live.some(({ id }) => !given.has(id))
    ) {
      throw new AppError("INVALID", {}, { field: "listIds" });
    }
    const positions = generateNKeysBetween(null, null, listIds.length);
    for (const [place, id] of listIds.entries()) {
      await setList(tx, ctx, id, { position: positions[place] ?? "a0" });
    }
    await recordEvent(tx, ctx, listsReordered, { recordId: ctx.organizationId, data: {} });
  });
}
