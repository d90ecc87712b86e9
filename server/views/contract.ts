import { z } from "zod";
import { filterSchema } from "@/server/filter/tree";
import { entities } from "@/server/platform/permissions";
import { requiredText } from "@/server/platform/text";

const key = z.string().regex(/^\w{1,60}$/);

/** A column and, when somebody changed it, its width in CSS pixels. */
const column = z.strictObject({ key, width: z.number().int().min(40).max(1_000).optional() });
export type ViewColumn = z.output<typeof column>;

const sort = z.strictObject({ field: key, direction: z.enum(["asc", "desc"]) });
export type ViewSort = z.output<typeof sort>;

/** How records that stand on stages are laid out. */
export const layouts = ["board", "list"] as const;
export type ViewLayout = (typeof layouts)[number];

/** What a view keeps; null is the list's own way. */
const kept = {
  filter: filterSchema.nullable(),
  columns: z.array(column).min(1).max(60).nullable(),
  sort: sort.nullable(),
  groupBy: key.nullable(),
  layout: z.enum(layouts).nullable(),
};

/** A saved way to look at a list. */
export type SavedView = {
  id: string;
  entity: (typeof entities)[number];
  /** Of list items: the list it shows. */
  listId: string | null;
  name: string;
  filter: z.output<typeof filterSchema> | null;
  columns: ViewColumn[] | null;
  sort: ViewSort | null;
  groupBy: string | null;
  /** Null: as it was looked at before the view was opened. */
  layout: ViewLayout | null;
  /** Everybody sees it. */
  shared: boolean;
  /** Whether the asker may change it. */
  mine: boolean;
  /** Whether the asker's list opens with it. */
  isDefault: boolean;
};

const entity = z.enum(entities);
/** Each of the organization's own lists has views of its own. */
const listId = z.uuid().nullish();
const name = requiredText(60);

export const ListViews = z.strictObject({ entity, listId });

export const CreateView = z.strictObject({
  entity,
  listId,
  name,
  ...kept,
  layout: kept.layout.default(null),
  shared: z.boolean().default(false),
});
export type CreateView = z.input<typeof CreateView>;

export const UpdateView = z.strictObject({
  viewId: z.uuid(),
  changes: z.strictObject({ name, ...kept, shared: z.boolean() }).partial(),
});
export type UpdateView = z.input<typeof UpdateView>;

export const ViewId = z.strictObject({ viewId: z.uuid() });

/** The views the asker sees, in the order wanted; those left out stay behind them. */
export const ReorderViews = z.strictObject({ entity, listId, viewIds: z.array(z.uuid()).max(200) });

/** Null: the list opens with everything again. */
export const SetDefaultView = z.strictObject({ entity, listId, viewId: z.uuid().nullable() });
