import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { member, organization } from "@/db/schema/identity";
import {
  type Actor,
  asWorker,
  authorize,
  type Context,
  contextOf,
  inOrganization,
  newId,
  recordEvent,
  type Transaction,
} from "@/server/platform";
import type { CreateOrganization, Organization, UpdateOrganization } from "./contract";
import { memberJoined, organizationChanged } from "./events";
import { slugOf } from "./slug";

/** A signed-in person, as sessions know them. */
export type User = { id: string; name: string; email: string; emailVerified: boolean; language: "en" | "ru" };

const shape = {
  id: organization.id,
  name: organization.name,
  slug: organization.slug,
  timeZone: organization.timeZone,
  currency: organization.currency,
  language: sql<"en" | "ru">`${organization.language}`,
};

/** Makes a workspace with the user as its owner. Its address comes from the name; a taken one gets a number. */
export async function createOrganization(user: User, input: CreateOrganization): Promise<Organization> {
  const id = newId();
  const memberId = newId();
  const created = await asWorker(async (tx) => {
    const slug = await freeSlug(slugOf(input.name), async (candidate) => {
      const inserted = await tx
        .insert(organization)
        .values({ ...input, id, slug: candidate })
        .onConflictDoNothing({ target: organization.slug })
        .returning({ id: organization.id });
      return inserted.length > 0;
    });
    await tx.insert(member).values({
      organizationId: id,
      id: memberId,
      userId: user.id,
      role: "owner",
      name: user.name,
      email: user.email,
    });
    return { ...input, id, slug };
  });
  const actor: Actor = { type: "member", id: memberId, name: user.name };
  const ctx = contextOf({ organization: created, actor });
  await inOrganization(ctx, (tx) =>
    recordEvent(tx, ctx, memberJoined, { recordId: memberId, data: { name: user.name, role: "owner" } }),
  );
  return created;
}

async function freeSlug(wanted: string, take: (candidate: string) => Promise<boolean>): Promise<string> {
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? wanted : `${wanted}-${n}`;
    if (await take(candidate)) return candidate;
  }
}

/** The workspaces a user belongs to, by name. */
export function organizationsOf(userId: string): Promise<(Organization & { role: string })[]> {
  return asWorker((tx) =>
    tx
      .select({ ...shape, role: member.role })
      .from(member)
      .innerJoin(organization, eq(organization.id, member.organizationId))
      .where(and(eq(member.userId, userId), isNull(member.removedAt)))
      .orderBy(asc(organization.name)),
  );
}

/** The workspace behind an address; null when there is none. */
export async function organizationBySlug(slug: string): Promise<Organization | null> {
  const [row] = await asWorker((tx) =>
    tx.select(shape).from(organization).where(eq(organization.slug, slug)),
  );
  return row ?? null;
}

/** The workspace with this id; null when there is none. */
export async function organizationById(id: string): Promise<Organization | null> {
  const [row] = await asWorker((tx) => tx.select(shape).from(organization).where(eq(organization.id, id)));
  return row ?? null;
}

/** What the workspace of the context is called, asked within its transaction. */
export async function organizationName(tx: Transaction, ctx: Context): Promise<string> {
  const [row] = await tx
    .select({ name: organization.name })
    .from(organization)
    .where(eq(organization.id, ctx.organizationId));
  return row?.name ?? "";
}

/** Changes the workspace's name, time zone, currency or language; its address stays. */
export async function updateOrganization(ctx: Context, changes: UpdateOrganization): Promise<void> {
  authorize(ctx, "organization.edit");
  await inOrganization(ctx, async (tx) => {
    await tx
      .update(organization)
      .set({ ...changes, updatedAt: ctx.now() })
      .where(eq(organization.id, ctx.organizationId));
    await recordEvent(tx, ctx, organizationChanged, { recordId: ctx.organizationId, data: { changes } });
  });
}
