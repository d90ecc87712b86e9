import { foreignKey, index, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, ownRow, table } from "./_columns";
import { member } from "./identity";

/** What a member is told in the app; `type` picks the words, `data` fills them. */
export const notification = table(
  "notification",
  {
    ...ownRow(),
    memberId: uuid().notNull(),
    type: text().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    entity: text(),
    recordId: uuid(),
    readAt: instant(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index().on(t.organizationId, t.memberId, t.createdAt.desc()),
    foreignKey({
      columns: [t.organizationId, t.memberId],
      foreignColumns: [member.organizationId, member.id],
    }).onDelete("cascade"),
  ],
);
