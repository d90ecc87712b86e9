import type { BulkOptions, KeyedPoint } from "@/server/crm/records";
import { insertStaged, overwriteStaged, type StagedOverwriting } from "@/server/crm/staged";
import type { Outcome } from "@/server/crm/staged/contract";
import { fold } from "@/server/filter";
import { authorize, type Context, type Transaction } from "@/server/platform";
import type { Lead } from "./contract";
import { leadFoundBy, leadType } from "./lead-type";

/** A lead to be written with many others; everything it refers to was looked up. */
export type NewLead = Pick<
  Lead,
  | "id"
  | "title"
  | "name"
  | "companyName"
  | "comment"
  | "kind"
  | "amountMinor"
  | "currency"
  | "ownerId"
  | "sourceId"
  | "utmSource"
  | "utmMedium"
  | "utmCampaign"
  | "utmContent"
  | "utmTerm"
  | "page"
  | "referrer"
  | "closedAt"
  | "lossReasonId"
  | "createdAt"
  | "custom"
> & {
  /** What it became where it comes from, as far as that is here. */
  convertedAt?: Date | null;
  contactId?: string | null;
  companyId?: string | null;
  dealId?: string | null;
  points: readonly KeyedPoint[];
  stage: { id: string; pipelineId: string; outcome: Outcome };
  /** The slots in use, the same in every lead of a call. */
  slots: Record<string, unknown>;
};

/**
 * Adds many leads at the bottom of their stages, in the order given. One that stands on a won stage was qualified where
 * it came from: it counts as converted, into nothing that is known here.
 */
export async function insertLeads(
  tx: Transaction,
  ctx: Context,
  all: readonly NewLead[],
  options: BulkOptions,
): Promise<void> {
  for (const { ownerId } of all) authorize(ctx, "lead.create", { ownerId });
  const rows = all.map(({ id, stage, slots, points, ...columns }) => ({
    ...{ id, stage, points, title: columns.title },
    others: leadFoundBy(columns, []),
    columns: {
      ...slots,
      ...columns,
      titleLower: fold(columns.title),
      phone: firstOf(points, "phone"),
      email: firstOf(points, "email"),
      convertedAt: columns.convertedAt ?? (stage.outcome === "won" ? columns.closedAt : null),
      made: stage.outcome === "won" ? {} : null,
    },
  }));
  await insertStaged(tx, ctx, leadType, rows, options);
}

/** Writes over many leads; a first phone and email join a row that has none. */
export async function overwriteLeads(
  tx: Transaction,
  ctx: Context,
  all: readonly StagedOverwriting[],
  options: BulkOptions,
): Promise<{ id: string; version: number }[]> {
  const whole = all.map((one) => ({
    ...one,
    others: leadFoundBy(
      {
        name: (one.columns.name ?? one.before.row.name ?? null) as string | null,
        companyName: (one.columns.companyName ?? one.before.row.company_name ?? null) as string | null,
      },
      [],
    ),
    columns: {
      ...one.columns,
      ...(typeof one.columns.title === "string" && { titleLower: fold(one.columns.title) }),
      phone: one.before.row.phone ?? firstOf(one.points, "phone"),
      email: one.before.row.email ?? firstOf(one.points, "email"),
    },
  }));
  return overwriteStaged(tx, ctx, leadType, whole, options);
}

function firstOf(points: readonly KeyedPoint[], kind: KeyedPoint["kind"]): string | null {
  return points.find((one) => one.kind === kind)?.value ?? null;
}
