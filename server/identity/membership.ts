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
export function workplaceOf(userId: string, slug: string): Promise<Workplace | null> {
  return placeWhere(and(eq(organization.slug, slug), eq(member.userId, userId)));
}

/**
 * The context of a member at whose word Pult goes on working when they have left the page, with the rights they have by
 * now; null when they have left the workspace.
 */
export async function absentMemberContext(organizationId: string, memberId: string): Promise<Context | null> {
  const place = await workplaceOfMember(organizationId, memberId);
  if (!place) return null;
  const { organization: workspace, membership, name } = place;
  const actor = { type: "member" as const, id: membership.id, name };
  return contextOf({ organization: workspace, actor, member: membership });
}

/** The place of a member known by their id; null when there is none, or it was taken away. */
export function workplaceOfMember(organizationId: string, memberId: string): Promise<Workplace | null> {
  return placeWhere(and(eq(member.organizationId, organizationId), eq(member.id, memberId)));
}

function placeWhere(which: SQL | undefined): Promise<Workplace | null> {
  return asWorker(async (tx) => {
    const [row] = await tx
      .select({ organization, member })
      .from(member)
      .innerJoin(organization, eq(organization.id, member.organizationId))
      .where(and(which, isNull(member.removedAt)));
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
