import { generateKeyBetween } from "fractional-indexing";
import { list } from "@/db/schema/crm-lists";
import { createCustomField } from "@/server/fields";
import {
  AppError,
  authorize,
  type Context,
  inOrganization,
  invariant,
  joining,
  recordEvent,
} from "@/server/platform";
import { CreateList, type List } from "./contract";
import { listCreated } from "./events";
import { listRows, listShape, lockLists } from "./list-rows";
import { readyMade } from "./ready-made";

const mostLists = 50;

/** Adds a list behind the others, with the fields of a ready-made one when it is named. @throws TOO_MANY_LISTS */
export async function createList(ctx: Context, input: CreateList): Promise<List> {
  authorize(ctx, "fields.edit");
  const { readyMade: kind, ...values } = CreateList.parse(input);
  return inOrganization(ctx, async (tx) => {
    await lockLists(tx, ctx);
    const others = await listRows(tx, ctx, { archived: false });
    if (others.length >= mostLists) throw new AppError("TOO_MANY_LISTS", { count: mostLists });
    const [created] = await tx
      .insert(list)
      .values({
        ...values,
        organizationId: ctx.organizationId,
        id: ctx.newId(),
        position: generateKeyBetween(others.at(-1)?.position ?? null, null),
        createdAt: ctx.now(),
        updatedAt: ctx.now(),
      })
      .returning(listShape);
    invariant(created, "an insert returns its row");
    await recordEvent(tx, ctx, listCreated, { recordId: created.id, data: { name: created.name } });
    if (kind) await addFields(joining(ctx, tx), created.id, kind);
    return created;
  });
}

async function addFields(ctx: Context, listId: string, kind: keyof typeof readyMade): Promise<void> {
  const { language } = ctx;
  for (const { type, label, choices, linksTo, long, filterable = true } of readyMade[kind].fields) {
    await createCustomField(ctx, {
      ...{ entity: "list_item", listId, type, filterable },
      label: label[language],
      options: {
        ...(choices && { choices: choices.map((choice) => ({ name: choice[language] })) }),
        ...(linksTo && { linksTo }),
        ...(long && { long }),
      },
    });
  }
}
