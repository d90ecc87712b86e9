import { sql } from "drizzle-orm";
import { check, foreignKey, index, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant, ownRow, stamps, table } from "./_columns";
import { user } from "./auth";

/** A customer's isolated workspace. */
export const organization = table(
  "organization",
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    slug: text().notNull().unique(),
    timeZone: text().notNull(),
    currency: text().notNull(),
    language: text().notNull(),
    industry: text(),
    ...stamps(),
  },
  (t) => [check("organization_currency", sql`${t.currency} ~ '^[A-Z]{3}$'`)],
);

/** Members with a manager; a tree. */
export const team = table(
  "team",
  {
    ...ownRow(),
    name: text().notNull(),
    parentId: uuid(),
    managerId: uuid(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("cascade"),
    foreignKey({ columns: [t.organizationId, t.parentId], foreignColumns: [t.organizationId, t.id] }),
  ],
);

/** A user's membership; name and email are copied so that an organization sees only its own people. */
export const member = table(
  "member",
  {
    ...ownRow(),
    userId: uuid()
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    role: text().notNull(),
    teamId: uuid(),
    name: text().notNull(),
    email: text().notNull(),
    removedAt: instant(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique().on(t.organizationId, t.userId),
    index().on(t.userId),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("cascade"),
    foreignKey({ columns: [t.organizationId, t.teamId], foreignColumns: [team.organizationId, team.id] }),
    check(
      "member_role",
      sql`${t.role} in ('owner','admin','head_of_sales','team_lead','sales','marketer','observer')`,
    ),
  ],
);

/** An open door for one email; only a hash of its token is kept. */
export const invitation = table(
  "invitation",
  {
    ...ownRow(),
    email: text().notNull(),
    role: text().notNull(),
    teamId: uuid(),
    tokenHash: text().notNull(),
    invitedBy: uuid().notNull(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    revokedAt: instant(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique().on(t.organizationId, t.tokenHash),
    index().on(t.tokenHash),
    foreignKey({
      columns: [t.organizationId, t.invitedBy],
      foreignColumns: [member.organizationId, member.id],
    }),
    foreignKey({ columns: [t.organizationId, t.teamId], foreignColumns: [team.organizationId, team.id] }),
  ],
);
