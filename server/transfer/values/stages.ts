import type { OnUnknown } from "../contract";
import { NewOptions } from "./new-options";
import { blank, fold, leftBlank, type NameOf, type Parsed, refused, value } from "./parsed";

export type StageChoice = { id: string; name: string; outcome: "open" | "won" | "lost" };
export type PipelineChoice = { id: string; name: string; stages: readonly StageChoice[] };

export type StageSettings = {
  pipelines: readonly PipelineChoice[];
  onUnknown: OnUnknown;
  replace: Readonly<Record<string, string | null>>;
  /** Stages to be made so far. */
  newOptions?: NewOptions;
  /** What an id of another workspace is called. */
  nameOf?: NameOf;
};

/** Parts a pipeline from the stage to be made in it, where there are several. */
export const inPipeline = " → ";

// What amoCRM, Bitrix24 and HubSpot call the ends of every pipeline.
const WON = ["успешно реализовано", "сделка успешна", "успех", "выиграна", "closed won", "won"];
const LOST = [
  "закрыто и не реализовано",
  "сделка провалена",
  "провал",
  "проиграна",
  "анализ причины провала",
  "closed lost",
  "lost",
];

/** Finds a pipeline by its name. */
export function pipelineFinder({
  pipelines,
  onUnknown,
  replace,
  nameOf,
}: StageSettings): (text: string) => Parsed<string> {
  const known = new Map<string, string | null>(
    pipelines.flatMap(({ id, name }) => [[fold(id), id] as const, [fold(name), id] as const]),
  );
  for (const [text, id] of Object.entries(replace)) known.set(fold(text), id);
  return function findPipeline(text: string): Parsed<string> {
    const id = known.get(fold(text)) ?? known.get(fold(nameOf?.(text) ?? text));
    if (id) return value(id);
    if (id === null) return blank;
    return onUnknown === "refuse" ? refused("NO_SUCH_PIPELINE") : leftBlank;
  };
}

/**
 * Finds a stage by its name within a pipeline, or in all of them where the row names none; then a stage of one name in
 * two pipelines is refused. The common names of a won and a lost end lead to the pipeline's own.
 */
export function stageFinder({
  pipelines,
  onUnknown,
  replace,
  nameOf,
  newOptions = new NewOptions(),
}: StageSettings) {
  const replaced = new Map(Object.entries(replace).map(([text, id]) => [fold(text), id]));
  const byPipeline = new Map(pipelines.map((pipeline) => [pipeline.id, namesOf(pipeline.stages)]));
  const [only] = pipelines;
  const ids = new Set(pipelines.flatMap(({ stages }) => stages.map((stage) => stage.id)));
  return function findStage(cell: string, pipelineId: string | null): Parsed<string | { create: string }> {
    const text = ids.has(cell) ? cell : (nameOf?.(cell) ?? cell);
    const key = fold(text);
    const chosen = replaced.get(key);
    if (chosen !== undefined) return chosen === null ? blank : value(chosen);
    const inside = pipelineId ?? (pipelines.length === 1 ? (only?.id ?? null) : null);
    const pools = inside === null ? [...byPipeline.values()] : [byPipeline.get(inside)];
    const found = new Set(pools.map((names) => names?.get(key)).filter((id) => id !== undefined));
    const [id] = found;
    if (found.size > 1) return refused("SEVERAL_STAGES");
    if (id !== undefined) return value(id);
    if (onUnknown === "blank") return leftBlank;
    if (text.length > newOptions.longest) return refused("NAME_TOO_LONG");
    if (onUnknown === "refuse") return refused("NO_SUCH_STAGE");
    const create = newOptions.named(planned(text, inside));
    return create === null ? refused("TOO_MANY_OPTIONS") : value({ create });
  };

  function planned(text: string, pipelineId: string | null): string {
    const pipeline = pipelines.length > 1 && pipelines.find((one) => one.id === pipelineId);
    return pipeline ? `${pipeline.name}${inPipeline}${text}` : text;
  }
}

function namesOf(stages: readonly StageChoice[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const [words, outcome] of [
    [WON, "won"],
    [LOST, "lost"],
  ] as const) {
    const end = stages.find((stage) => stage.outcome === outcome);
    if (end) for (const word of words) names.set(word, end.id);
  }
  for (const stage of stages) names.set(fold(stage.id), stage.id).set(fold(stage.name), stage.id);
  return names;
}
