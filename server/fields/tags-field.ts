import { asc, eq } from "drizzle-orm";
import { tag } from "@/db/schema/crm-around";
import { type Context, type Entity, entities, type Transaction } from "@/server/platform";
import type { CustomField } from "./contract";
import { customFields } from "./custom-fields";

/** Where a record keeps the ids of its tags, among its custom values. */
export const tagsKey = "tags";

export const tagsLabel = { en: "Tags", ru: "Теги" };

const read = new WeakMap<Transaction, Promise<CustomField[]>>();

/** Tags of every kind of record, and every field the organization added: two queries a transaction. */
export async function ownFields(ctx: Context, tx: Transaction): Promise<CustomField[]> {
  const known = read.get(tx) ?? tagsFields(ctx, tx);
  read.set(tx, known);
  return [...(await known), ...(await customFields(ctx, tx))];
}

/** Makes the transaction read its tags anew. */
export function forgetTags(tx: Transaction): void {
  read.delete(tx);
}

/**
 * Tags as a field of several choices: filtered, listed, changed and told of in history as the organization's own fields
 * are, and made by nobody.
 */
async function tagsFields(ctx: Context, tx: Transaction): Promise<CustomField[]> {
  const choices = await tagChoices(ctx, tx);
  return entities.map((entity) => tagsFieldOf(entity, choices));
}

/** The same for one kind of record; no tag goes away until the transaction ends. */
export async function heldTags(ctx: Context, tx: Transaction, entity: Entity): Promise<CustomField> {
  return tagsFieldOf(entity, await tagChoices(ctx, tx).for("share"));
}

function tagChoices(ctx: Context, tx: Transaction) {
  return tx
    .select({ id: tag.id, name: tag.name, colour: tag.colour })
    .from(tag)
    .where(eq(tag.organizationId, ctx.organizationId))
    .orderBy(asc(tag.nameLower));
}

function tagsFieldOf(entity: Entity, choices: { id: string; name: string; colour: string }[]): CustomField {
  return {
    id: tagsKey,
    entity,
    listId: null,
    key: tagsKey,
    type: "multi_list",
    label: tagsLabel.en,
    options: { choices },
    position: "",
    required: false,
    filterable: true,
    slot: null,
    archivedAt: null,
  };
}
