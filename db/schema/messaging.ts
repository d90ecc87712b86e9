import { sql } from "drizzle-orm";
import { check, index, jsonb, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant, stamps, table } from "./_columns";

/** `content` is base64; null once it was let go of. */
export type Attachment = { name: string; mediaType: string; content: string | null };

/**
 * A letter, written before any provider is called. `organizationId` is null for account mail (verification,
 * reset), which belongs to no workspace. `unknown` means the provider may or may not have taken it.
 */
export const message = table(
  "message",
  {
    id: uuid().primaryKey(),
    organizationId: uuid(),
    channel: text().$type<"email">().notNull(),
    key: text().notNull(),
    recipient: text().notNull(),
    subject: text().notNull(),
    html: text().notNull(),
    text: text().notNull(),
    /** Files that go with it; their content is let go of once the letter is not tried again. */
    attachments: jsonb().$type<Attachment[]>(),
    status: text().$type<"queued" | "sent" | "failed" | "unknown">().notNull(),
    error: text(),
    providerId: text(),
    about: jsonb().$type<{ entity: string; recordId: string }>(),
    sentAt: instant(),
    ...stamps(),
  },
  (t) => [
    unique("message_key").on(t.organizationId, t.key).nullsNotDistinct(),
    index("message_list").on(t.organizationId, t.createdAt),
    check("message_status", sql`${t.status} in ('queued','sent','failed','unknown')`),
  ],
);
