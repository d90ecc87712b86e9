import { z } from "zod";
import { filterSchema } from "@/server/filter/tree";
import { type Entity, entities } from "@/server/platform/permissions";
import { optionalText, requiredText, text } from "@/server/platform/text";

export type { Entity };

/** Where a kind of record has its pages: a segment of the address after the workspace's. */
export const recordPaths: Readonly<Record<Entity, string>> = {
  deal: "deals",
  lead: "leads",
  contact: "contacts",
  company: "companies",
  product: "products",
  invoice: "invoices",
  list_item: "list-items",
};

/** A record with its values by field key: built-in, custom and computed ones. */
export type RecordData = {
  id: string;
  entity: Entity;
  title: string;
  ownerId: string | null;
  version: number;
  values: Record<string, unknown>;
  /** Keys of fields that nobody may change while the record stands as it does; absent when there are none. */
  locked?: readonly string[];
  /** Since when it is in the trash; absent of a live one. */
  deletedAt?: Date;
};

/** Names of the records and members that values refer to, by their ids. */
export type Names = Record<string, string>;

export const narrowing = {
  filter: filterSchema.optional(),
  search: text(200).optional(),
};

export const ListRecords = z.strictObject({
  ...narrowing,
  /** The newest first, unless told otherwise. */
  sort: z
    .strictObject({ field: z.string().min(1).max(60), direction: z.enum(["asc", "desc"]) })
    .default({ field: "createdAt", direction: "desc" }),
  /** Keys of the fields wanted; absent: all. */
  columns: z.array(z.string().max(60)).max(100).optional(),
  /** What the page before answered as `nextCursor`. */
  cursor: z.string().max(2_000).nullish(),
  /** Skips so many, for screens that count pages; not together with a cursor. */
  offset: z.number().int().min(0).max(100_000).default(0),
  limit: z.number().int().min(1).max(200).default(40),
  /** Also say how many there are in all. */
  count: z.boolean().default(false),
});
export type ListRecords = z.input<typeof ListRecords>;

export const RecordPage = z.strictObject({ entity: z.enum(entities), ...ListRecords.shape });
/** How many records hold each value of a field of few values. */
export const CountGroups = z.strictObject({
  entity: z.enum(entities),
  ...narrowing,
  groupBy: z.string().min(1).max(60),
});

/** Pages of the trash, counted from the last deleted. */
export const ListTrash = z.strictObject({
  entity: z.enum(entities),
  offset: z.number().int().min(0).max(100_000).default(0),
});
export type Trashed = { id: string; title: string; deletedAt: Date };

export const RecordId = z.strictObject({ entity: z.enum(entities), id: z.uuid() });

export const UpdateRecord = z.strictObject({
  entity: z.enum(entities),
  id: z.uuid(),
  version: z.number().int().positive().optional(),
  changes: z.record(z.string().max(60), z.unknown()),
});

export const Search = z.strictObject({
  text: text(200),
  /** Absent: every kind the searcher may see. */
  entities: z.array(z.enum(entities)).max(entities.length).optional(),
  limit: z.number().int().min(1).max(50).default(8),
});
export type Search = z.input<typeof Search>;

/** A record that was found; `glimpse` has what tells it from its namesakes, by field key. */
export type Found = { id: string; entity: Entity; title: string; glimpse: Record<string, unknown> };

export const PointersTo = z.strictObject({ entity: z.enum(entities) });
export type PointersTo = z.output<typeof PointersTo>;

/** A field of one kind of record that holds records of another. */
export type Pointer = {
  entity: Entity;
  field: string;
  /** Of the organization's own field; null of what Pult has. */
  label: { en: string; ru: string } | null;
  /** The list whose records have it; null of a field of any other kind. */
  listId: string | null;
};

export const contactPointKinds = ["phone", "email", "messenger", "address", "site", "tax_id"] as const;
export type ContactPointKind = (typeof contactPointKinds)[number];

/** One way to reach or identify somebody; `key` is the value as it is compared, `label` says whose or which. */
export type ContactPoint = {
  id: string;
  kind: ContactPointKind;
  value: string;
  key: string;
  label: string | null;
};

const common = { label: optionalText(60).optional() };
const other = (kind: "phone" | "messenger" | "address" | "site" | "tax_id", max: number) =>
  z.strictObject({ kind: z.literal(kind), value: requiredText(max), ...common });

export const ContactPointInput = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("email"), value: z.string().trim().max(254).pipe(z.email()), ...common }),
  other("phone", 40),
  other("messenger", 100),
  other("address", 500),
  other("site", 300),
  other("tax_id", 40),
]);
export type ContactPointInput = {
  kind: ContactPointKind;
  value: string;
  label?: string | null | undefined;
};

export const ContactPoints = z.array(ContactPointInput).max(50);

/** Every way to reach a record, in order: those left out are taken away. */
export const ChangePoints = z.strictObject({
  entity: z.enum(entities),
  id: z.uuid(),
  version: z.number().int().positive().optional(),
  points: ContactPoints,
});

export const GetRecord = z.strictObject({
  ...RecordId.shape,
  /** Also a record in the trash, for whoever may bring it back. */
  trash: z.boolean().default(false),
});
