import * as handover from "@/server/crm/handover";
import { RemoveMember } from "@/server/crm/handover/contract";
import * as identity from "@/server/identity";
import * as contract from "@/server/identity/contract";
import { may, operations } from "@/server/platform";
import { organizationProcedure, router, userProcedure } from "../trpc";

export const identityRouter = router({
  workspaces: userProcedure.query(({ ctx }) => identity.organizationsOf(ctx.user.id)),
  me: organizationProcedure.query(({ ctx }) => ({
    user: ctx.user,
    member: ctx.member,
    language: ctx.language,
    timeZone: ctx.timeZone,
    currency: ctx.currency,
    may: operations.filter((operation) => ctx.member && may(ctx.member, operation)),
  })),
  members: organizationProcedure.query(({ ctx }) => identity.listMembers(ctx)),
  changeMember: organizationProcedure
    .input(contract.ChangeMember)
    .mutation(({ ctx, input }) => identity.changeMember(ctx, input)),
  removeMember: organizationProcedure
    .input(RemoveMember)
    .mutation(({ ctx, input }) => handover.removeMember(ctx, input)),
  belongings: organizationProcedure
    .input(contract.MemberId)
    .query(({ ctx, input }) => handover.belongingsOf(ctx, input)),
  teams: organizationProcedure.query(({ ctx }) => identity.listTeams(ctx)),
  createTeam: organizationProcedure
    .input(contract.CreateTeam)
    .mutation(({ ctx, input }) => identity.createTeam(ctx, input)),
  invitations: organizationProcedure.query(({ ctx }) => identity.listInvitations(ctx)),
  invite: organizationProcedure
    .input(contract.InviteMember)
    .mutation(({ ctx, input }) => identity.inviteMember(ctx, input)),
  revokeInvitation: organizationProcedure
    .input(contract.InvitationId)
    .mutation(({ ctx, input }) => identity.revokeInvitation(ctx, input)),
  acceptInvitation: userProcedure
    .input(contract.InvitationToken)
    .mutation(({ ctx, input }) => identity.acceptInvitation(ctx.user, input)),
  updateOrganization: organizationProcedure
    .input(contract.UpdateOrganization)
    .mutation(({ ctx, input }) => identity.updateOrganization(ctx, input)),
});
