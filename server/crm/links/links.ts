import { and, asc, eq, or } from "drizzle-orm";
import type { z } from "zod";
import { recordLink } from "@/db/schema/crm-around";
import { type Subject, subjectOf, visibleAmong } from "@/server/crm/registry";
import {
  AppError,
  authorize,
  type Context,
  type EventType,
  inOrganization,
  recordEvent,
  type Transaction,
} from "@/server/platform";
import type { ChangeLinkRole, LinkId, LinkRecords, RecordLink } from "./contract";
import { linkAdded, linkChanged, linkRemoved } from "./events";

type Row = typeof recordLink.$inferSelect;
type Ends = { from: Subject; to: Subject };

/** What a record is linked with, in both directions; what the actor may not see is left out. @throws NOT_FOUND */
export async function listLinks(ctx: Context, { recordId }: { recordId: string }): Promise<RecordLink[]> {
  return inOrganization(ctx, async (tx) => {
    await subjectOf(tx, ctx, recordId);
    const rows = await tx
      .select()
      .from(recordLink)
      .where(
        and(
          eq(recordLink.organizationId, ctx.organizationId),
          or(eq(recordLink.fromId, recordId), eq(recordLink.toId, recordId)),
        ),
      )
      .orderBy(asc(recordLink.createdAt), asc(recordLink.id))
      .limit(500);
    const otherOf = (row: Row) => (row.fromId === recordId ? row.toId : row.fromId);
    const seen = await visibleAmong(tx, ctx, rows.map(otherOf));
    return rows.flatMap((row) => {
      const record = seen.get(otherOf(row));
      return record ? [{ id: row.id, role: row.role, record }] : [];
    });
  });
}

/**
 * Links two records; linking the same pair again, either way round, gives the link its new role. It takes the right to
 * edit the first and to see the second. @throws NOT_FOUND, FORBIDDEN, INVALID at `toId`
 */
export async function linkRecords(
  ctx: Context,
  { fromId, toId, role }: LinkRecords,
): Promise<{ id: string }> {
  if (fromId === toId) throw new AppError("INVALID", {}, { field: "toId" });
  return inOrganization(ctx, async (tx) => {
    const ends = { from: await subjectOf(tx, ctx, fromId), to: await otherEnd(tx, ctx, toId) };
    authorize(ctx, `${ends.from.entity}.edit`, ends.from);
    const known = await linkBetween(tx, ctx, fromId, toId);
    if (known) {
      await setRole(tx, ctx, known, ends, role ?? null);
      return { id: known.id };
    }
    const row: Row = {
      organizationId: ctx.organizationId,
      id: ctx.newId(),
      fromId,
      toId,
      role: role ?? null,
      createdAt: ctx.now(),
    };
    const made = await tx.insert(recordLink).values(row).onConflictDoNothing().returning();
    if (made.length > 0) await tell(tx, ctx, linkAdded, row, ends);
    return { id: row.id };
  });
}

/** Takes a link away. @throws NOT_FOUND, FORBIDDEN */
export async function unlinkRecords(ctx: Context, { linkId }: z.output<typeof LinkId>): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const { row, ends } = await editableLink(tx, ctx, linkId);
    await tx.delete(recordLink).where(linkOf(ctx, linkId));
    await tell(tx, ctx, linkRemoved, row, ends);
  });
}

/** Says anew what the second record is to the first. @throws NOT_FOUND, FORBIDDEN */
export async function changeLinkRole(ctx: Context, { linkId, role }: ChangeLinkRole): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const { row, ends } = await editableLink(tx, ctx, linkId);
    await setRole(tx, ctx, row, ends, role);
  });
}

async function setRole(
  tx: Transaction,
  ctx: Context,
  row: Row,
  ends: Ends,
  role: string | null,
): Promise<void> {
  if (row.role === role) return;
  await tx.update(recordLink).set({ role }).where(linkOf(ctx, row.id));
  await tell(tx, ctx, linkChanged, { ...row, role }, ends);
}

// Whoever may edit one of the two may change what is between them; both have to be seen.
async function editableLink(
  tx: Transaction,
  ctx: Context,
  linkId: string,
): Promise<{ row: Row; ends: Ends }> {
  const [row] = await tx.select().from(recordLink).where(linkOf(ctx, linkId)).for("update");
  if (!row) throw new AppError("NOT_FOUND");
  const ends = { from: await subjectOf(tx, ctx, row.fromId), to: await subjectOf(tx, ctx, row.toId) };
  try {
    authorize(ctx, `${ends.from.entity}.edit`, ends.from);
  } catch (refusal) {
    if (!(refusal instanceof AppError)) throw refusal;
    authorize(ctx, `${ends.to.entity}.edit`, ends.to);
  }
  return { row, ends };
}

async function otherEnd(tx: Transaction, ctx: Context, id: string): Promise<Subject> {
  try {
    return await subjectOf(tx, ctx, id);
  } catch (refusal) {
    if (!(refusal instanceof AppError)) throw refusal;
    throw new AppError("INVALID", {}, { field: "toId" });
  }
}

async function linkBetween(tx: Transaction, ctx: Context, a: string, b: string): Promise<Row | null> {
  const between = (fromId: string, toId: string) =>
    and(eq(recordLink.fromId, fromId), eq(recordLink.toId, toId));
  const [row] = await tx
    .select()
    .from(recordLink)
    .where(and(eq(recordLink.organizationId, ctx.organizationId), or(between(a, b), between(b, a))))
    .for("update");
  return row ?? null;
}

// Each of the two records tells of it in its own history.
async function tell(
  tx: Transaction,
  ctx: Context,
  type: EventType<ReturnType<typeof about>>,
  row: Row,
  { from, to }: Ends,
): Promise<void> {
  for (const [one, other] of [
    [from, to],
    [to, from],
  ] as const) {
    await recordEvent(tx, ctx, type, { recordId: one.id, entity: one.entity, data: about(row, other) });
  }
}

function about(row: Row, other: Subject) {
  return {
    linkId: row.id,
    otherId: other.id,
    otherEntity: other.entity as string,
    otherTitle: other.title,
    role: row.role,
  };
}

function linkOf(ctx: Context, linkId: string) {
  return and(eq(recordLink.organizationId, ctx.organizationId), eq(recordLink.id, linkId));
}
