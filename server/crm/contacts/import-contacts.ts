import {
  type BulkOptions,
  insertRecords,
  type KeyedPoint,
  type NewRecord,
  type Overwriting,
  overwriteRecords,
} from "@/server/crm/records";
import { fold } from "@/server/filter";
import { authorize, type Context, type Transaction } from "@/server/platform";
import { contactType } from "./contact-type";
import { contactCreated } from "./events";

/** A person to be written with many others; everything it refers to was looked up. */
export type NewContact = {
  id: string;
  name: string;
  companyId: string | null;
  ownerId: string | null;
  createdAt: Date;
  points: readonly KeyedPoint[];
  custom: Record<string, unknown>;
  /** The slots in use, the same in every contact of a call. */
  slots: Record<string, unknown>;
};

/** Adds many people at once, as `createContact` adds one. @throws FORBIDDEN when one of them may not be the actor's */
export async function insertContacts(
  tx: Transaction,
  ctx: Context,
  all: readonly NewContact[],
  options: BulkOptions,
): Promise<void> {
  for (const { ownerId } of all) authorize(ctx, "contact.create", { ownerId });
  const updatedAt = ctx.now();
  const rows = all.map(
    ({ id, name, points, companyId, ownerId, createdAt, custom, slots }): NewRecord => ({
      id,
      title: name,
      points,
      columns: {
        ...slots,
        ...{ name, companyId, ownerId, createdAt, updatedAt, custom },
        nameLower: fold(name),
        phone: firstOf(points, "phone"),
        email: firstOf(points, "email"),
        isSample: false,
        version: 1,
      },
    }),
  );
  const created = { type: contactCreated, data: ({ title }: NewRecord) => ({ name: title }) };
  await insertRecords(tx, ctx, contactType, rows, { ...options, created });
}

/** Writes over many people; a first phone and email join a row that has none. */
export async function overwriteContacts(
  tx: Transaction,
  ctx: Context,
  all: readonly Overwriting[],
  options: BulkOptions,
): Promise<{ id: string; version: number }[]> {
  const whole = all.map(({ before, points, columns }) => ({
    before,
    points,
    columns: {
      ...columns,
      ...(typeof columns.name === "string" && { nameLower: fold(columns.name) }),
      phone: before.row.phone ?? firstOf(points, "phone"),
      email: before.row.email ?? firstOf(points, "email"),
    },
  }));
  return overwriteRecords(tx, ctx, contactType, whole, options);
}

function firstOf(points: readonly KeyedPoint[], kind: KeyedPoint["kind"]): string | null {
  return points.find((one) => one.kind === kind)?.value ?? null;
}
