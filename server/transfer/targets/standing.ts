import { longestNames } from "@/server/pipelines/contract";
import type { ImportOptions, TargetField } from "../contract";
import type { Batch } from "../run/batch";
import type { StageChoice } from "../values/stages";
import { isPlanned, named } from "./choices";
import { importDate, importDay } from "./dates";
import type { Fault, Surrounding } from "./draft";
import { target } from "./fields";

type Values = Record<string, unknown>;
export type Standing = StageChoice & { pipelineId: string };

/** What everything on stages has: its place, its worth and where it came from. */
export const stagedFields = ({ sources, lossReasons, lossless }: Surrounding): TargetField[] => [
  target("amountMinor", lossless ? "minor" : "money", "Сумма", "Amount"),
  target("currency", "currency", "Валюта", "Currency"),
  target("pipelineId", "pipeline", "Воронка", "Pipeline"),
  target("stageId", "stage", "Стадия", "Stage", { newOptions: { longest: longestNames.stage, most: 100 } }),
  target("sourceId", "list", "Источник", "Source", {
    options: named(sources),
    newOptions: { longest: longestNames.source, most: 500 },
  }),
  target("lossReasonId", "list", "Причина отказа", "Loss reason", {
    options: named(lossReasons),
    newOptions: { longest: longestNames.lossReason, most: 500 },
  }),
];

/** What is wrong with a row's stage. */
export function stageFault(values: Values, options: ImportOptions, around: Surrounding): Fault | null {
  if (isPlanned(values.stageId)) return null;
  return stageOf(values, options, around) ? null : { field: "stageId", code: "NO_STAGE" };
}

/** The stage a row names, the first open one of the pipeline it names, or the one chosen for rows that name none. */
export function stageOf(values: Values, options: ImportOptions, { pipelines }: Surrounding): Standing | null {
  const id = values.stageId ?? (values.pipelineId === undefined ? options.stageId : undefined);
  for (const pipeline of pipelines) {
    const stage = pipeline.stages.find((one) =>
      id === undefined ? pipeline.id === values.pipelineId && one.outcome === "open" : one.id === id,
    );
    if (stage) return { ...stage, pipelineId: pipeline.id };
  }
  return null;
}

/** When a record on a closed stage was closed: what the file says, if it has passed, else now. */
export function closedAt({ ctx }: Batch, stage: Standing, values: Values): Date | null {
  if (stage.outcome === "open") return null;
  const told = importDate(values.closedAt) ?? importDay(values.closesAt, ctx.timeZone);
  return told && told <= ctx.now() ? told : ctx.now();
}
