import { list, listItem } from "@/db/schema/crm-lists";
import { registerRecord } from "@/server/crm/records";
import { keepFiles, readNewCustom } from "@/server/fields";
import { fold } from "@/server/filter";
import { assertMember } from "@/server/identity";
import {
  assertReference,
  authorize,
  type Context,
  inOrganization,
  invariant,
  recordEvent,
} from "@/server/platform";
import { CreateItem, type ListItem } from "./contract";
import { itemCreated } from "./events";
import { itemShape } from "./item-type";

/** Adds a record to a live list; its owner is the creator unless another is named. @throws INVALID at the field */
export async function createItem(ctx: Context, input: CreateItem): Promise<ListItem> {
  const { custom, ...values } = CreateItem.parse(input);
  const ownerId = values.ownerId === undefined ? (ctx.member?.id ?? null) : values.ownerId;
  authorize(ctx, "list_item.create", { ownerId });
  return inOrganization(ctx, async (tx) => {
    const { listId, title } = values;
    await assertReference(tx, ctx, { table: list, field: "listId", goneAt: list.archivedAt }, listId);
    await assertMember(tx, ctx, ownerId);
    const own = await readNewCustom(ctx, tx, { entity: "list_item", listId }, custom);
    const id = ctx.newId();
    await registerRecord(tx, ctx, { id, entity: "list_item", title });
    const [created] = await tx
      .insert(listItem)
      .values({
        ...own.slots,
        ...values,
        ...{ id, ownerId, custom: own.custom, organizationId: ctx.organizationId },
        titleLower: fold(title),
        createdAt: ctx.now(),
        updatedAt: ctx.now(),
      })
      .returning(itemShape);
    invariant(created, "an insert returns its row");
    await keepFiles(tx, ctx, id, own.files);
    await recordEvent(tx, ctx, itemCreated, { recordId: id, version: 1, data: { title, listId, ownerId } });
    return created;
  });
}
