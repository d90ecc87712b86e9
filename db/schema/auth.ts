import { bigint, boolean, index, integer, snakeCase, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, stamps } from "./_columns";

/** People and their sessions belong to no organization; better-auth alone reads and writes them. */
export const authSchema = snakeCase.schema("auth");

export const user = authSchema.table("user", {
  id: uuid().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean().notNull().default(false),
  image: text(),
  language: text().notNull().default("en"),
  twoFactorEnabled: boolean().notNull().default(false),
  ...stamps(),
});

export const session = authSchema.table(
  "session",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    token: text().notNull().unique(),
    expiresAt: instant().notNull(),
    ipAddress: text(),
    userAgent: text(),
    ...stamps(),
  },
  (t) => [index().on(t.userId)],
);

export const account = authSchema.table(
  "account",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    accountId: text().notNull(),
    providerId: text().notNull(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: instant(),
    refreshTokenExpiresAt: instant(),
    scope: text(),
    password: text(),
    ...stamps(),
  },
  (t) => [index().on(t.userId)],
);

export const verification = authSchema.table(
  "verification",
  {
    id: uuid().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: instant().notNull(),
    ...stamps(),
  },
  (t) => [index().on(t.identifier)],
);

export const twoFactor = authSchema.table(
  "two_factor",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    secret: text().notNull(),
    backupCodes: text().notNull(),
    verified: boolean().notNull().default(true),
    failedVerificationCount: integer().notNull().default(0),
    lockedUntil: instant(),
  },
  (t) => [index().on(t.userId)],
);

export const rateLimit = authSchema.table(
  "rate_limit",
  {
    id: uuid().primaryKey(),
    key: text().notNull(),
    count: integer().notNull(),
    lastRequest: bigint({ mode: "number" }).notNull(),
  },
  (t) => [uniqueIndex().on(t.key)],
);
