export { auth } from "./auth";
export { type Whereabouts, whereabouts } from "./auth-whereabouts";
export { type Colleague, colleagues, letterAddress } from "./colleagues";
export type { Organization } from "./contract";
export {
  acceptInvitation,
  inviteMember,
  listInvitations,
  readInvitation,
  revokeInvitation,
} from "./invitations";
export {
  assertMember,
  changeMember,
  createTeam,
  findMember,
  listMembers,
  listTeams,
  memberNames,
  namedMember,
  removeMember,
} from "./members";
export {
  absentMemberContext,
  memberContext,
  type Workplace,
  workplaceOf,
  workplaceOfMember,
} from "./membership";
export {
  createOrganization,
  organizationById,
  organizationBySlug,
  organizationName,
  organizationsOf,
  type User,
  updateOrganization,
} from "./organizations";
export { currentUser, isSignedIn } from "./session";
