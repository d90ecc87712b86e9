import { defineEvent, type Given } from "@/server/platform";

type About = { name: string };

export const listCreated = defineEvent<About>("list.created", "list");
export const listRenamed = defineEvent<About & { changed: string[] }>("list.renamed", "list");
export const listArchived = defineEvent<About>("list.archived", "list");
export const listRestored = defineEvent<About>("list.restored", "list");
export const listsReordered = defineEvent<Record<never, never>>("list.reordered", "list");

type Item = { title: string; listId: string };

export const itemCreated = defineEvent<Item & Given>("list_item.created", "list_item");

/** `changes` holds each changed field's value before and after. */
export const itemUpdated = defineEvent<{
  title: string;
  changes: Record<string, { from: unknown; to: unknown }>;
}>("list_item.updated", "list_item");

export const itemDeleted = defineEvent<{ title: string }>("list_item.deleted", "list_item");
export const itemRestored = defineEvent<{ title: string }>("list_item.restored", "list_item");
