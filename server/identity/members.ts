import { and, asc, count, eq, inArray, isNull } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/pg-core";
import type { z } from "zod";
import { member, team } from "@/db/schema/identity";
import {
  AppError,
  assertReference,
  authorize,
  type Context,
  inOrganization,
  type Role,
  recordEvent,
  type Transaction,
} from "@/server/platform";
import type { ChangeMember, CreateTeam, Member, MemberId } from "./contract";
import { memberChanged, memberRemoved } from "./events";

/** Everybody in the workspace, by name. */
export async function listMembers(ctx: Context): Promise<Member[]> {
  authorize(ctx, "member.view");
  const rows = await inOrganization(ctx, (tx) =>
    tx
      .select()
      .from(member)
      .where(and(eq(member.organizationId, ctx.organizationId), isNull(member.removedAt)))
      .orderBy(asc(member.name)),
  );
  return rows.map(({ id, name, email, role, teamId, createdAt }) => ({
    id,
    name,
    email,
    role: role as Role,
    teamId,
    joinedAt: createdAt,
  }));
}

/**
 * Changes a member's role or team. Only an owner makes or unmakes an owner.
 * @throws MEMBER_NOT_FOUND, FORBIDDEN, LAST_OWNER
 */
export async function changeMember(ctx: Context, { memberId, changes }: ChangeMember): Promise<void> {
  authorize(ctx, "member.edit");
  await inOrganization(ctx, async (tx) => {
    const before = await lockMember(tx, ctx, memberId);
    const touchesOwner = before.role === "owner" || changes.role === "owner";
    if (touchesOwner && changes.role !== before.role)
      await assertMayUnmakeOwner(tx, ctx, before.role, changes.role);
    await assertReference(tx, ctx, { table: team, field: "teamId" }, changes.teamId);
    await tx
      .update(member)
      .set({ ...changes, updatedAt: ctx.now() })
      .where(and(eq(member.organizationId, ctx.organizationId), eq(member.id, memberId)));
    await recordEvent(tx, ctx, memberChanged, { recordId: memberId, data: { name: before.name, changes } });
  });
}

/** Ends a membership at once; their records stay theirs, see `crm/handover`. @throws LAST_OWNER, MEMBER_NOT_FOUND */
export async function removeMember(ctx: Context, { memberId }: z.output<typeof MemberId>): Promise<void> {
  if (memberId !== ctx.member?.id) authorize(ctx, "member.edit");
  await inOrganization(ctx, async (tx) => {
    const before = await lockMember(tx, ctx, memberId);
    if (before.role === "owner") await assertMayUnmakeOwner(tx, ctx, "owner", undefined);
    await tx
      .update(member)
      .set({ removedAt: ctx.now() })
      .where(and(eq(member.organizationId, ctx.organizationId), eq(member.id, memberId)));
    await recordEvent(tx, ctx, memberRemoved, { recordId: memberId, data: { name: before.name } });
  });
}

/** A member who is still here; null when they are not. */
export async function findMember(
  tx: Transaction,
  ctx: Context,
  id: string,
): Promise<{ id: string; name: string; email: string } | null> {
  const [row] = await tx
    .select({ id: member.id, name: member.name, email: member.email })
    .from(member)
    .where(and(eq(member.organizationId, ctx.organizationId), eq(member.id, id), isNull(member.removedAt)));
  return row ?? null;
}

/** @throws INVALID at `ownerId` when the member is not of this organization */
export async function assertMember(
  tx: Transaction,
  ctx: Context,
  id: string | null | undefined,
): Promise<void> {
  // Whoever acts is here: the call has found them.
  if (id === ctx.member?.id) return;
  await assertReference(tx, ctx, { table: member, field: "ownerId", goneAt: member.removedAt }, id);
}

/** The teams of the workspace, by name. */
export async function listTeams(ctx: Context): Promise<{ id: string; name: string }[]> {
  authorize(ctx, "member.view");
  return inOrganization(ctx, (tx) =>
    tx
      .select({ id: team.id, name: team.name })
      .from(team)
      .where(eq(team.organizationId, ctx.organizationId))
      .orderBy(asc(team.name)),
  );
}

/** Adds a team. */
export async function createTeam(
  ctx: Context,
  { name }: z.output<typeof CreateTeam>,
): Promise<{ id: string }> {
  authorize(ctx, "member.edit");
  const id = ctx.newId();
  await inOrganization(ctx, (tx) => tx.insert(team).values({ organizationId: ctx.organizationId, id, name }));
  return { id };
}

async function lockMember(tx: Transaction, ctx: Context, id: string) {
  const [row] = await tx
    .select()
    .from(member)
    .where(and(eq(member.organizationId, ctx.organizationId), eq(member.id, id), isNull(member.removedAt)))
    .for("update");
  if (!row) throw new AppError("MEMBER_NOT_FOUND");
  return row;
}

async function assertMayUnmakeOwner(
  tx: Transaction,
  ctx: Context,
  from: string,
  to: Role | undefined,
): Promise<void> {
  if (ctx.member && ctx.member.role !== "owner") throw new AppError("FORBIDDEN");
  if (from !== "owner" || to === "owner") return;
  const owners = and(
    eq(member.organizationId, ctx.organizationId),
    eq(member.role, "owner"),
    isNull(member.removedAt),
  );
  const [{ total } = { total: 0 }] = await tx.select({ total: count() }).from(member).where(owners);
  if (total <= 1) throw new AppError("LAST_OWNER", {}, { field: "role" });
}

/** Members' names for another table's query to join by organization and id. Names of those who left stay. */
export const namedMember = new QueryBuilder()
  .select({ organizationId: member.organizationId, id: member.id, name: member.name })
  .from(member)
  .as("named_member");

/** The names of members by their ids, also of those who left. */
export async function memberNames(
  tx: Transaction,
  ctx: Context,
  ids: readonly string[],
): Promise<Record<string, string>> {
  const rows = await tx
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(and(eq(member.organizationId, ctx.organizationId), inArray(member.id, [...ids])));
  return Object.fromEntries(rows.map((row) => [row.id, row.name]));
}
