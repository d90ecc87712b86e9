import { defineEvent } from "@/server/platform";

export const memberInvited = defineEvent<{ email: string; role: string }>("member.invited", "member");
export const memberJoined = defineEvent<{ name: string; role: string }>("member.joined", "member");
export const memberChanged = defineEvent<{ name: string; changes: Record<string, unknown> }>(
  "member.changed",
  "member",
);
export const memberRemoved = defineEvent<{ name: string }>("member.removed", "member");
export const organizationChanged = defineEvent<{ changes: Record<string, unknown> }>(
  "organization.changed",
  "organization",
);
