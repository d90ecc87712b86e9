import { bigint, foreignKey, index, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { ownRow, table } from "./_columns";
import { organization } from "./identity";

/**
 * How many records came to a stage or left it, and how much money with them, by owner and currency: the sum over the rows is
 * what stands there. Triggers on the staged tables add rows and never change one, so that two moves never wait for each
 * other; a sweep folds them together.
 */
export const stageTally = table(
  "stage_tally",
  {
    ...ownRow(),
    pipelineId: uuid().notNull(),
    stageId: uuid().notNull(),
    ownerId: uuid(),
    currency: text().notNull(),
    count: integer().notNull(),
    amountMinor: bigint({ mode: "number" }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index("stage_tally_pipeline").on(t.organizationId, t.pipelineId),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("cascade"),
  ],
);
