"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { stageColour } from "@/components/ui/stage-colours";
import type { Pipeline } from "@/server/pipelines/contract";
import { stagedEntities } from "@/server/platform/permissions";

type PipelineListProps = {
  pipelines: readonly Pipeline[];
  current: string;
  onSelect: (pipelineId: string) => void;
};

/** Every pipeline with its colours in a row, by what stands in it; on a phone the list runs sideways. */
export function PipelineList({ pipelines, current, onSelect }: PipelineListProps) {
  const t = useTranslations("robots.pipelines");
  const groups = stagedEntities
    .map((entity) => ({ entity, own: pipelines.filter((one) => one.entity === entity) }))
    .filter(({ own }) => own.length > 0);
  return (
    <nav
      aria-label={t("title")}
      className="flex shrink-0 gap-3 max-md:-mx-4 max-md:overflow-x-auto max-md:px-4 md:w-56 md:flex-col"
    >
      {groups.map(({ entity, own }) => (
        <section key={entity} aria-labelledby={`pipelines-${entity}`}>
          <h2 id={`pipelines-${entity}`} className="mb-1 px-3 text-sm font-medium text-ink-muted">
            {t(`entity.${entity}`)}
          </h2>
          <PipelineGroup pipelines={own} current={current} onSelect={onSelect} />
        </section>
      ))}
    </nav>
  );
}

function PipelineGroup({ pipelines, current, onSelect }: PipelineListProps) {
  return (
    <ul className="flex gap-1 max-md:w-max md:flex-col">
      {pipelines.map((pipeline) => (
        <li key={pipeline.id}>
          <button
            type="button"
            aria-current={pipeline.id === current ? "true" : undefined}
            onClick={() => onSelect(pipeline.id)}
            className={cn(
              "flex w-full flex-col gap-1.5 rounded-md px-3 py-2 text-left hover:bg-ink/7",
              pipeline.id === current && "bg-surface shadow-low hover:bg-surface",
            )}
          >
            <span className="flex w-full items-baseline gap-2">
              <span className={cn("flex-1 truncate", pipeline.id === current && "font-semibold")}>
                {pipeline.name}
              </span>
              <span className="tabular text-sm text-ink-muted">{pipeline.stages.length}</span>
            </span>
            <span aria-hidden className="flex h-1 w-full min-w-24 gap-0.5">
              {pipeline.stages.map((stage) => (
                <span
                  key={stage.id}
                  className="flex-1 rounded-full"
                  style={{ background: stageColour(stage.colour) }}
                />
              ))}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
