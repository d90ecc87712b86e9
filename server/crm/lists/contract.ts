import { z } from "zod";
import { requiredText } from "@/server/platform/text";
import { type ListIcon, listIcons, readyMade, readyMadeNames } from "./ready-made";

export { type ListIcon, listIcons, readyMade, readyMadeNames };

/** An organization's own record type. */
export type List = {
  id: string;
  name: string;
  /** What one of its records is called: "Request". */
  itemName: string;
  icon: ListIcon;
  archivedAt: Date | null;
};

/** A list with how many of its records the asker may see. */
export type CountedList = List & { count: number };

/** A record of a list. */
export type ListItem = {
  id: string;
  listId: string;
  title: string;
  ownerId: string | null;
  version: number;
  custom: Record<string, unknown>;
  createdAt: Date;
  updatedAt: Date;
};

const name = requiredText(60);
const icon = z.enum(listIcons);

export const CreateList = z.strictObject({
  name,
  itemName: name,
  icon: icon.default("list"),
  /** Begins with the fields of a ready-made list, named in the asker's language; null: with none. */
  readyMade: z.enum(readyMadeNames).nullable().default(null),
});
export type CreateList = z.input<typeof CreateList>;

export const RenameList = z.strictObject({
  listId: z.uuid(),
  changes: z.strictObject({ name, itemName: name, icon }).partial(),
});
export type RenameList = z.input<typeof RenameList>;

export const ListId = z.strictObject({ listId: z.uuid() });
export type ListId = z.output<typeof ListId>;

/** Every live list in the order wanted. */
export const ReorderLists = z.strictObject({ listIds: z.array(z.uuid()).max(100) });
export type ReorderLists = z.output<typeof ReorderLists>;

export const AllLists = z.strictObject({ archived: z.boolean().default(false) });

export const ItemChanges = z
  .strictObject({ title: requiredText(300), ownerId: z.uuid().nullable() })
  .partial();

export const CreateItem = z.strictObject({
  listId: z.uuid(),
  title: requiredText(300),
  ownerId: z.uuid().nullable().optional(),
  /** Values of the list's own fields by their keys, `c_…`. */
  custom: z.record(z.string().regex(/^c_/).max(60), z.unknown()).default({}),
});
export type CreateItem = z.input<typeof CreateItem>;
