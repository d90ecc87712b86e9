import { and, asc, eq, inArray } from "drizzle-orm";
import { generateNKeysBetween } from "fractional-indexing";
import { contactPoint } from "@/db/schema/crm-records";
import { type Context, inOrganization, type Transaction } from "@/server/platform";
import type { ContactPoint, ContactPointInput } from "./contract";
import { countryOf, phoneKey } from "./phone";

const shape = {
  id: contactPoint.id,
  kind: contactPoint.kind,
  value: contactPoint.value,
  key: contactPoint.key,
  label: contactPoint.label,
};

/** Every phone, email, messenger, address, site and tax id of a record, in order. */
export function contactPointsOf(tx: Transaction, ctx: Context, recordId: string): Promise<ContactPoint[]> {
  return tx
    .select(shape)
    .from(contactPoint)
    .where(ofRecord(ctx, recordId))
    .orderBy(asc(contactPoint.kind), asc(contactPoint.position), asc(contactPoint.id));
}

/** The points of many records, by record and in order. The caller has asked whether the actor may see them. */
export async function contactPointsFor(
  ctx: Context,
  recordIds: readonly string[],
): Promise<Map<string, ContactPoint[]>> {
  const rows = await inOrganization(ctx, (tx) =>
    tx
      .select({ recordId: contactPoint.recordId, ...shape })
      .from(contactPoint)
      .where(
        and(
          eq(contactPoint.organizationId, ctx.organizationId),
          inArray(contactPoint.recordId, [...recordIds]),
        ),
      )
      .orderBy(asc(contactPoint.position), asc(contactPoint.id)),
  );
  const points = new Map<string, ContactPoint[]>();
  for (const { recordId, ...point } of rows) points.set(recordId, [...(points.get(recordId) ?? []), point]);
  return points;
}

/** Writes a record's points anew, in the order given. Points that stay keep their ids. */
export async function writeContactPoints(
  tx: Transaction,
  ctx: Context,
  recordId: string,
  points: readonly ContactPointInput[],
): Promise<ContactPoint[]> {
  const before = await contactPointsOf(tx, ctx, recordId);
  if (before.length > 0) await tx.delete(contactPoint).where(ofRecord(ctx, recordId));
  if (points.length > 0) {
    const free = new Map(before.map(({ id, kind, value }) => [id, `${kind} ${value}`]));
    const positions = generateNKeysBetween(null, null, points.length);
    await tx.insert(contactPoint).values(
      points.map(({ kind, value, label }, place) => ({
        organizationId: ctx.organizationId,
        id: taken(free, `${kind} ${value}`) ?? ctx.newId(),
        recordId,
        kind,
        value,
        key: pointKey(ctx, kind, value),
        label: label ?? null,
        position: positions[place] ?? "a0",
      })),
    );
  }
  return contactPointsOf(tx, ctx, recordId);
}

/** The id of one of these, which is free no more: what is written twice is two points. */
function taken(free: Map<string, string>, wanted: string): string | null {
  const [id = null] = [...free].find(([, one]) => one === wanted) ?? [];
  if (id !== null) free.delete(id);
  return id;
}

/** Lays a record's first phone or email over its points: the others stay behind it. Null takes the first away. */
export function withFirst(
  points: readonly ContactPointInput[],
  kind: "phone" | "email",
  value: string | null,
): ContactPointInput[] {
  const [first, ...others] = points.filter((one) => one.kind === kind);
  if ((first?.value ?? null) === value) return [...points];
  const rest = points.filter((one) => one.kind !== kind);
  const kept = others.filter((one) => one.value !== value);
  return [...rest, ...(value === null ? [] : [{ kind, value, label: first?.label ?? null }]), ...kept];
}

/** The value as it is compared: of a phone E.164, of an email and the rest lower case without spaces around. */
export function pointKey(ctx: Context, kind: ContactPointInput["kind"], value: string): string {
  if (kind === "phone") return phoneKey(value, countryOf(ctx));
  if (kind === "tax_id") return value.replace(/[\s-]/g, "").toLowerCase();
  if (kind === "site")
    return value
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\/(www\.)?/, "")
      .replace(/\/+$/, "");
  return value.trim().toLowerCase();
}

/** What a record is found by through its points. */
export function foundByPoints(points: readonly ContactPoint[]): string[] {
  return points
    .filter((one) => one.kind !== "address")
    .map((one) => (one.kind === "phone" ? one.key.replace(/\D/g, "") : one.key));
}

function ofRecord(ctx: Context, recordId: string) {
  return and(eq(contactPoint.organizationId, ctx.organizationId), eq(contactPoint.recordId, recordId));
}
