import { z } from "zod";
import { currency } from "@/server/platform/money";
import { roles } from "@/server/platform/permissions";
import { email, requiredText } from "@/server/platform/text";

export const languages = ["en", "ru"] as const;

/** Holds the language a person chose, also before they sign in. */
export const languageCookie = "pult_language";

export type Organization = {
  id: string;
  name: string;
  slug: string;
  timeZone: string;
  currency: string;
  language: "en" | "ru";
};

export type Member = {
  id: string;
  name: string;
  email: string;
  role: (typeof roles)[number];
  teamId: string | null;
  joinedAt: Date;
};

export const timeZone = z.string().refine(isTimeZone, { params: { code: "time_zone" } });

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

export const CreateOrganization = z.strictObject({
  name: requiredText(80),
  timeZone,
  currency,
  language: z.enum(languages),
});
export type CreateOrganization = z.output<typeof CreateOrganization>;

export const UpdateOrganization = CreateOrganization.partial();
export type UpdateOrganization = z.output<typeof UpdateOrganization>;

// An owner is made by an owner on the members page, never by an invitation.
export const invitableRoles = roles.filter((role) => role !== "owner");

export const InviteMember = z.strictObject({
  email: email(),
  role: z.enum(["admin", "head_of_sales", "team_lead", "sales", "marketer", "observer"]),
  teamId: z.uuid().nullish(),
});
export type InviteMember = z.output<typeof InviteMember>;
export const InvitationId = z.strictObject({ invitationId: z.uuid() });
export const InvitationToken = z.strictObject({ token: z.string().min(20).max(100) });

export const ChangeMember = z.strictObject({
  memberId: z.uuid(),
  changes: z.strictObject({ role: z.enum(roles), teamId: z.uuid().nullable() }).partial(),
});
export type ChangeMember = z.output<typeof ChangeMember>;
export const MemberId = z.strictObject({ memberId: z.uuid() });

export const CreateTeam = z.strictObject({ name: requiredText(80) });
