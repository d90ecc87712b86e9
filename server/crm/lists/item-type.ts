import { listItem } from "@/db/schema/crm-lists";
import type { RecordType } from "@/server/crm/records";
import { fold } from "@/server/filter";
import { assertMember } from "@/server/identity";
import { ItemChanges, type ListItem } from "./contract";
import { itemDeleted, itemRestored, itemUpdated } from "./events";
import { itemFields } from "./fields";

/** The columns that make a `ListItem`. */
export const itemShape = {
  id: listItem.id,
  listId: listItem.listId,
  title: listItem.title,
  ownerId: listItem.ownerId,
  version: listItem.version,
  custom: listItem.custom,
  createdAt: listItem.createdAt,
  updatedAt: listItem.updatedAt,
};

/** What the general verbs need to know of the records of lists. An item stays in its list. */
export const itemType: RecordType<ListItem> = {
  entity: "list_item",
  table: listItem,
  fields: itemFields,
  shape: itemShape,
  changes: ItemChanges,
  title: (row) => row.title,
  repeated: ({ title }) => (title === undefined ? {} : { titleLower: fold(title) }),
  glimpse: ["listId"],
  check: (tx, ctx, { ownerId }) => assertMember(tx, ctx, ownerId),
  about: ({ listId }) => ({ listId }),
  events: { updated: itemUpdated, deleted: itemDeleted, restored: itemRestored },
};
