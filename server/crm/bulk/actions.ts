import { lockRecord, restoreRecord, trashRecord } from "@/server/crm/records";
import { stagedTypeOf } from "@/server/crm/registry";
import { AppError, type Entity, joining, type Operation } from "@/server/platform";
import type { BulkAction } from "./bulk-action";
import { move } from "./move-action";
import { addTags, removeTags } from "./tag-actions";
import { update } from "./update-action";

const trash: BulkAction = {
  operation: "delete",
  async apply(tx, ctx, type, id) {
    const { version } = await lockRecord(tx, ctx, type, id);
    await trashRecord(joining(ctx, tx), type, { id });
    return { before: {}, version: version + 1 };
  },
  async revert(tx, ctx, type, id, { version }) {
    const row = await lockRecord(tx, ctx, type, id, "trash");
    if (row.version !== version) throw new AppError("VERSION_CONFLICT");
    await restoreRecord(joining(ctx, tx), type, { id });
  },
};

/** What can be done to many records. A new one is an entry here and in `StartBulk`. */
export const bulkActions: Readonly<Record<string, BulkAction>> = { update, move, addTags, removeTags, trash };

/** @throws NOT_FOUND for an action nobody declared */
export function actionNamed(name: string): BulkAction {
  const action = bulkActions[name];
  if (!action) throw new AppError("NOT_FOUND");
  return action;
}

/** What the action takes the right to. @throws NOT_FOUND to move what stands on no stages */
export function operationOn(entity: Entity, operation: BulkAction["operation"]): Operation {
  return operation === "move" ? `${stagedTypeOf(entity).entity}.move` : `${entity}.${operation}`;
}
