import { z } from "zod";
import { moveRecord as move } from "@/server/crm/registry";
import { stagedEntities } from "@/server/platform";
import { defineAction } from "../define-action";
import { destination } from "../params";

/** Moves the record to another stage, by the same rules as a person; this ends the chain the robot is in. */
export const moveRecord = defineAction({
  type: "record.move",
  formerly: "deal.move",
  label: { en: "Move to a stage", ru: "Перевести на стадию" },
  hint: { en: "Another stage of the pipeline", ru: "На другую стадию воронки" },
  icon: "arrow-right-left",
  entities: stagedEntities,
  effect: "database",
  told: "by verb",
  params: z.strictObject(destination()),
  async run({ ctx, params, record }) {
    const moved = await move(ctx, { entity: record.entity, id: record.id, ...params });
    return { result: { stageId: moved.stageId } };
  },
});
