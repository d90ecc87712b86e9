import { z } from "zod";
import { listMembers } from "@/server/identity";
import { roles } from "@/server/platform";
import { defineOperation } from "../define-operation";
import { instant, list } from "../schemas";

const MemberSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    role: z.enum(roles),
    teamId: z.uuid().nullable(),
    joinedAt: instant,
  })
  .meta({ id: "Member" });

export const memberOperations = [
  defineOperation({
    ...{ id: "me", method: "GET", path: "/me", group: "members", scope: null },
    summary: { en: "Whom the key acts as", ru: "От чьего имени действует ключ" },
    output: z.object({
      organizationId: z.uuid(),
      memberId: z.uuid().nullable(),
      role: z.enum(roles).nullable(),
      key: z.string().nullable(),
      currency: z.string(),
      timeZone: z.string(),
    }),
    verb: async ({ organizationId, member, actor, currency, timeZone }) => ({
      ...{ organizationId, currency, timeZone },
      memberId: member?.id ?? null,
      role: member?.role ?? null,
      key: (actor.type === "member" && actor.via) || null,
    }),
  }),
  defineOperation({
    ...{ id: "listMembers", method: "GET", path: "/members", group: "members", scope: "members:read" },
    summary: { en: "Members of the workspace", ru: "Сотрудники" },
    output: list(MemberSchema),
    verb: async (ctx) => ({ items: await listMembers(ctx) }),
  }),
];
