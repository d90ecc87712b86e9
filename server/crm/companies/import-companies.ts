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
import { companyType } from "./company-type";
import { companyCreated } from "./events";

/** An organisation to be written with many others; everything it refers to was looked up. */
export type NewCompany = {
  id: string;
  name: string;
  ownerId: string | null;
  createdAt: Date;
  points: readonly KeyedPoint[];
  /** Absent: the first site among the points. */
  site?: string | null;
  custom: Record<string, unknown>;
  /** The slots in use, the same in every company of a call. */
  slots: Record<string, unknown>;
};

/** Adds many organisations at once, as `createCompany` adds one. @throws FORBIDDEN when one of them may not be the actor's */
export async function insertCompanies(
  tx: Transaction,
  ctx: Context,
  all: readonly NewCompany[],
  options: BulkOptions,
): Promise<void> {
  for (const { ownerId } of all) authorize(ctx, "company.create", { ownerId });
  const updatedAt = ctx.now();
  const rows = all.map(
    ({ id, name, points, site, ownerId, createdAt, custom, slots }): NewRecord => ({
      id,
      title: name,
      points,
      columns: {
        ...slots,
        ...{ name, ownerId, createdAt, updatedAt, custom },
        nameLower: fold(name),
        phone: firstOf(points, "phone"),
        email: firstOf(points, "email"),
        site: site === undefined ? firstOf(points, "site") : site,
        isSample: false,
        version: 1,
      },
    }),
  );
  const created = { type: companyCreated, data: ({ title }: NewRecord) => ({ name: title }) };
  await insertRecords(tx, ctx, companyType, rows, { ...options, created });
}

/** Writes over many organisations; a first phone and email join a row that has none. */
export async function overwriteCompanies(
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
  return overwriteRecords(tx, ctx, companyType, whole, options);
}

function firstOf(points: readonly KeyedPoint[], kind: KeyedPoint["kind"]): string | null {
  return points.find((one) => one.kind === kind)?.value ?? null;
}
