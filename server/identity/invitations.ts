import { createHash, randomBytes } from "node:crypto";
import { and, desc, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { invitation, member, organization } from "@/db/schema/identity";
import { letter, sendEmail } from "@/server/messaging";
import {
  AppError,
  asWorker,
  authorize,
  type Context,
  contextOf,
  inOrganization,
  recordEvent,
} from "@/server/platform";
import { accountLetters } from "./account-letters";
import type { InvitationId, InvitationToken, InviteMember } from "./contract";
import { memberInvited, memberJoined } from "./events";
import { organizationById, type User } from "./organizations";

const livesDays = 7;

export type OpenInvitation = {
  id: string;
  email: string;
  role: string;
  teamId: string | null;
  expiresAt: Date;
  createdAt: Date;
};

/** Invites an address and mails it the link; inviting it again replaces the open invitation. @throws ALREADY_MEMBER */
export async function inviteMember(ctx: Context, input: InviteMember): Promise<{ id: string }> {
  authorize(ctx, "member.invite");
  const inviter = ctx.member;
  if (!inviter) throw new AppError("FORBIDDEN");
  const token = randomBytes(32).toString("base64url");
  const id = ctx.newId();
  await inOrganization(ctx, async (tx) => {
    const already = await tx.$count(
      member,
      and(
        eq(member.organizationId, ctx.organizationId),
        eq(member.email, input.email),
        isNull(member.removedAt),
      ),
    );
    if (already > 0) throw new AppError("ALREADY_MEMBER", {}, { field: "email" });
    await tx
      .update(invitation)
      .set({ revokedAt: ctx.now() })
      .where(and(open(ctx.organizationId), eq(invitation.email, input.email)));
    await tx.insert(invitation).values({
      ...input,
      organizationId: ctx.organizationId,
      id,
      tokenHash: hash(token),
      invitedBy: inviter.id,
      expiresAt: new Date(ctx.now().getTime() + livesDays * 24 * 60 * 60 * 1000),
    });
    await recordEvent(tx, ctx, memberInvited, {
      recordId: id,
      data: { email: input.email, role: input.role },
    });
  });
  await mail(ctx, input.email, id, token);
  return { id };
}

async function mail(ctx: Context, to: string, id: string, token: string): Promise<void> {
  const workspace = await organizationById(ctx.organizationId);
  const words = accountLetters.invite[workspace?.language ?? ctx.language];
  const name = workspace?.name ?? "Pult";
  const subject = words.title(name);
  const inviter = ctx.actor.type === "member" ? ctx.actor.name : name;
  const url = `${process.env.APP_URL ?? "http://localhost:3000"}/invitation/${token}`;
  const body = letter({
    title: subject,
    paragraphs: words.paragraphs(inviter, name),
    button: { label: words.button, url },
  });
  await sendEmail({ organizationId: ctx.organizationId, key: `invitation/${id}`, to, subject, ...body });
}

/** Invitations nobody has answered yet, the newest first; expired ones stay visible until taken back. */
export async function listInvitations(ctx: Context): Promise<OpenInvitation[]> {
  authorize(ctx, "member.invite");
  return inOrganization(ctx, (tx) =>
    tx
      .select({
        id: invitation.id,
        email: invitation.email,
        role: invitation.role,
        teamId: invitation.teamId,
        expiresAt: invitation.expiresAt,
        createdAt: invitation.createdAt,
      })
      .from(invitation)
      .where(open(ctx.organizationId))
      .orderBy(desc(invitation.createdAt)),
  );
}

/** Takes an open invitation back; its link is dead at once. @throws NOT_FOUND */
export async function revokeInvitation(ctx: Context, input: z.output<typeof InvitationId>): Promise<void> {
  authorize(ctx, "member.invite");
  await inOrganization(ctx, async (tx) => {
    const [gone] = await tx
      .update(invitation)
      .set({ revokedAt: ctx.now() })
      .where(and(open(ctx.organizationId), eq(invitation.id, input.invitationId)))
      .returning({ id: invitation.id });
    if (!gone) throw new AppError("NOT_FOUND");
  });
}

/** What an invitation's page shows. @throws INVITATION_EXPIRED for a dead or unknown link, INVITATION_USED */
export async function readInvitation({ token }: z.output<typeof InvitationToken>) {
  const row = await find(token);
  const workspace = await organizationById(row.organizationId);
  return { email: row.email, role: row.role, workspace: workspace?.name ?? "" };
}

/**
 * Joins the workspace. The address must be the invited one, and confirmed.
 * @throws INVITATION_EXPIRED, INVITATION_USED, INVITATION_OTHER_EMAIL, EMAIL_NOT_VERIFIED
 */
export async function acceptInvitation(
  user: User,
  { token }: z.output<typeof InvitationToken>,
): Promise<{ slug: string }> {
  const row = await find(token);
  if (row.email !== user.email.toLowerCase())
    throw new AppError("INVITATION_OTHER_EMAIL", { email: row.email });
  if (!user.emailVerified) throw new AppError("EMAIL_NOT_VERIFIED");
  return asWorker(async (tx) => {
    const here = and(eq(invitation.organizationId, row.organizationId), eq(invitation.id, row.id));
    const [taken] = await tx
      .update(invitation)
      .set({ acceptedAt: new Date() })
      .where(and(here, isNull(invitation.acceptedAt), isNull(invitation.revokedAt)))
      .returning({ id: invitation.id });
    if (!taken) throw new AppError("INVITATION_USED");
    const [workspace] = await tx.select().from(organization).where(eq(organization.id, row.organizationId));
    if (!workspace) throw new AppError("NOT_FOUND");
    const ctx = contextOf({
      organization: { ...workspace, language: user.language },
      actor: { type: "system", id: "pult" },
    });
    const [joined] = await tx
      .insert(member)
      .values({
        organizationId: row.organizationId,
        id: ctx.newId(),
        userId: user.id,
        role: row.role,
        teamId: row.teamId,
        name: user.name,
        email: user.email,
      })
      .onConflictDoUpdate({
        target: [member.organizationId, member.userId],
        set: { removedAt: null, role: row.role, teamId: row.teamId, name: user.name },
      })
      .returning({ id: member.id });
    await recordEvent(tx, ctx, memberJoined, {
      recordId: joined?.id ?? row.id,
      data: { name: user.name, role: row.role },
    });
    return { slug: workspace.slug };
  });
}

async function find(token: string) {
  const [row] = await asWorker((tx) =>
    tx
      .select()
      .from(invitation)
      .where(eq(invitation.tokenHash, hash(token))),
  );
  if (!row || row.revokedAt || (row.expiresAt < new Date() && !row.acceptedAt))
    throw new AppError("INVITATION_EXPIRED");
  if (row.acceptedAt) throw new AppError("INVITATION_USED");
  return row;
}

function open(organizationId: string) {
  return and(
    eq(invitation.organizationId, organizationId),
    isNull(invitation.acceptedAt),
    isNull(invitation.revokedAt),
  );
}

function hash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
