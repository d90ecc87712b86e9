import { and, asc, eq, isNull } from "drizzle-orm";
import { user } from "@/db/schema/auth";
import { member } from "@/db/schema/identity";
import {
  asWorker,
  type Context,
  type Language,
  type Membership,
  type Role,
  type Transaction,
} from "@/server/platform";

export type Colleague = { id: string; name: string; membership: Membership };

/** Everybody who is here, with what the permission table needs to know of them, by name. */
export async function colleagues(tx: Transaction, ctx: Context): Promise<Colleague[]> {
  const rows = await tx
    .select({
      id: member.id,
      name: member.name,
      userId: member.userId,
      role: member.role,
      teamId: member.teamId,
    })
    .from(member)
    .where(and(eq(member.organizationId, ctx.organizationId), isNull(member.removedAt)))
    .orderBy(asc(member.name), asc(member.id));
  return rows.map(({ id, name, userId, role, teamId }) => {
    const team = teamId && role === "team_lead" ? rows.filter((one) => one.teamId === teamId) : [];
    // The table's check allows no other role.
    const membership = { id, userId, role: role as Role, teamMemberIds: team.map((one) => one.id) };
    return { id, name, membership };
  });
}

/** Where a member's letters go, and in which language; null once they left. */
export async function letterAddress(
  ctx: Context,
  memberId: string,
): Promise<{ name: string; email: string; language: Language } | null> {
  const [row] = await asWorker((tx) =>
    tx
      .select({ name: member.name, email: member.email, language: user.language })
      .from(member)
      .innerJoin(user, eq(user.id, member.userId))
      .where(
        and(eq(member.organizationId, ctx.organizationId), eq(member.id, memberId), isNull(member.removedAt)),
      ),
  );
  return row ? { ...row, language: row.language === "ru" ? "ru" : "en" } : null;
}
