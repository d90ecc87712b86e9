import { foreignKey, index, jsonb, primaryKey, uuid } from "drizzle-orm/pg-core";
import type { Actor } from "@/server/platform/context";
import { instant, ownRow, table } from "./_columns";
import { record } from "./crm-records";
import { stage } from "./pipelines";

/** One visit of a record to a stage; `leftAt` null while it stands there. */
export const recordStageVisit = table(
  "record_stage_visit",
  {
    ...ownRow(),
    recordId: uuid().notNull(),
    stageId: uuid().notNull(),
    enteredAt: instant().notNull(),
    leftAt: instant(),
    actor: jsonb().$type<Actor>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index("record_stage_visit_record").on(t.organizationId, t.recordId, t.enteredAt),
    foreignKey({
      columns: [t.organizationId, t.recordId],
      foreignColumns: [record.organizationId, record.id],
    }).onDelete("cascade"),
    foreignKey({ columns: [t.organizationId, t.stageId], foreignColumns: [stage.organizationId, stage.id] }),
  ],
);
