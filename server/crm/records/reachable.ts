import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { fold } from "@/server/filter";
import type { Context, Transaction } from "@/server/platform";
import { contactPointsOf, foundByPoints, withFirst, writeContactPoints } from "./contact-points";
import type { ContactPointInput } from "./contract";
import type { BaseRecord, RecordType } from "./record-type";
import { renameRecord } from "./register";

/** Somebody with a name and ways to be reached: the first phone and email are in the row, all of them are points. */
type Reachable = HasPoints & { name: string };

type HasPoints = BaseRecord & { phone: string | null; email: string | null };

/** What the types of records with contact points have in common: a first phone and email that their row repeats. */
export function withPoints<Row extends HasPoints>() {
  return {
    foundBy: ["phone", "email"],
    searchable: async (tx, ctx, row) => foundByPoints(await contactPointsOf(tx, ctx, row.id)),
    async written(tx, ctx, after, { phone, email }) {
      if (phone === undefined && email === undefined) return;
      const points = await contactPointsOf(tx, ctx, after.id);
      const phones = withFirst(points, "phone", after.phone);
      await writeContactPoints(tx, ctx, after.id, withFirst(phones, "email", after.email));
    },
  } satisfies Partial<RecordType<Row>>;
}

/** What the types of people and of organisations have in common. */
export function reachable<Row extends Reachable>() {
  return {
    ...withPoints<Row>(),
    title: (row) => row.name,
    repeated: ({ name }) => (name === undefined ? {} : { nameLower: fold(name) }),
    about: () => ({}),
  } satisfies Partial<RecordType<Row>>;
}

/** Writes the points of somebody new, who is found by them from then on. */
export async function writeFirstPoints(
  tx: Transaction,
  ctx: Context,
  { id, name }: { id: string; name: string },
  points: readonly ContactPointInput[],
): Promise<void> {
  if (points.length === 0) return;
  const written = await writeContactPoints(tx, ctx, id, points);
  await renameRecord(tx, ctx, { id, title: name, others: foundByPoints(written) });
}

type Named = { organizationId: PgColumn; nameLower: PgColumn; deletedAt: PgColumn };

/** Those whose name starts with the text, for pickers: which, and in what order. */
export function startingWith(
  ctx: Context,
  table: Named,
  search: string,
): { where: SQL | undefined; orderBy: SQL } {
  const prefix = search.toLowerCase();
  return {
    where: and(
      eq(table.organizationId, ctx.organizationId),
      isNull(table.deletedAt),
      prefix
        ? sql`${table.nameLower} ~>=~ ${prefix} and ${table.nameLower} ~<~ ${`${prefix}\uffff`}`
        : undefined,
    ),
    orderBy: asc(table.nameLower),
  };
}
