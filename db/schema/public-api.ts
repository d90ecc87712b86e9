import { foreignKey, index, integer, jsonb, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant, ownRow, stamps, table } from "./_columns";
import { member } from "./identity";

/**
 * A key to the REST API, which acts as the member who made it. Its secret is kept as a hash; `window…` counts the
 * requests of the current minute.
 */
export const apiKey = table(
  "api_key",
  {
    ...ownRow(),
    memberId: uuid().notNull(),
    name: text().notNull(),
    prefix: text().notNull(),
    secretHash: text().notNull(),
    scopes: jsonb().$type<string[]>().notNull(),
    expiresAt: instant(),
    revokedAt: instant(),
    lastUsedAt: instant(),
    windowStartedAt: instant(),
    windowCount: integer().notNull().default(0),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index().on(t.prefix),
    index().on(t.organizationId, t.memberId),
    foreignKey({
      columns: [t.organizationId, t.memberId],
      foreignColumns: [member.organizationId, member.id],
    }).onDelete("cascade"),
  ],
);

/** What a request with an Idempotency-Key was answered; written in the transaction of its verb. */
export const apiAnswer = table(
  "api_answer",
  {
    ...ownRow(),
    keyId: uuid().notNull(),
    idempotencyKey: text().notNull(),
    requestHash: text().notNull(),
    status: integer().notNull(),
    body: jsonb().$type<unknown>(),
    version: integer(),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique().on(t.organizationId, t.keyId, t.idempotencyKey),
    index().on(t.createdAt),
    foreignKey({
      columns: [t.organizationId, t.keyId],
      foreignColumns: [apiKey.organizationId, apiKey.id],
    }).onDelete("cascade"),
  ],
);
