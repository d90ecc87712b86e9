import { and, eq, isNull, type SQL } from "drizzle-orm";
import { member, organization } from "@/db/schema/identity";
import {
  asWorker,
  type Context,
  contextOf,
  type Language,
  type Membership,
  type Role,
} from "@/server/platform";
import type { Organization } from "./contract";
import type { User } from "./organizations";

export type Workplace = { organization: Organization; membership: Membership; name: string };

/** The user's place in the workspace behind an address; null when there is none, or it was taken away. */
export async function workplaceOf(userId: string, slug: string): Promise<Workplace | null> {
  return readWorkplace(and(eq(organization.slug, slug), eq(member.userId, userId)));
}

/** The place of a member whose work goes on without them; null when it was taken away meanwhile. */
export async function workplaceOfMember(organizationId: string, memberId: string): Promise<Workplace | null> {
  return readWorkplace(and(eq(member.organizationId, organizationId), eq(member.id, memberId)));
}

async function readWorkplace(whose: SQL | undefined): Promise<Workplace | null> {
  return asWorker(async (tx) => {
    const [row] = await tx
      .select({ organization, member })
      .from(member)
      .innerJoin(organization, eq(organization.id, member.organizationId))
      .where(and(whose, isNull(member.removedAt)));
    if (!row) return null;
    const role = row.member.role as Role;
    const colleagues =
      role === "team_lead" && row.member.teamId
        ? await tx
            .select({ id: member.id })
            .from(member)
            .where(and(eq(member.organizationId, row.organization.id), eq(member.teamId, row.member.teamId)))
        : [];
    return {
      organization: { ...row.organization, language: row.organization.language as Language },
      membership: {
        id: row.member.id,
        userId: row.member.userId,
        role,
        teamMemberIds: colleagues.map((one) => one.id),
      },
      name: row.member.name,
    };
  });
}

/** The context of a member's own call. */
export function memberContext(place: Workplace, user: User, requestId?: string): Context {
  return contextOf({
    organization: place.organization,
    actor: { type: "member", id: place.membership.id, name: place.name },
    member: place.membership,
    language: user.language,
    requestId,
  });
}
