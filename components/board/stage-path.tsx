"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useDirectory } from "@/components/deals/use-directory";
import { cn } from "@/components/ui/cn";
import { stageColour } from "@/components/ui/stage-colours";
import { useDates } from "@/components/workspace/dates";
import type { Stage } from "@/server/pipelines/contract";
import type { StagedCard } from "./board-state";

type StagePathProps = {
  card: StagedCard & { stageEnteredAt: Date };
  disabled: boolean;
  onMove: (stage: Stage) => void;
};

/** The way through a pipeline; a click moves the record there. */
export function StagePath({ card, disabled, onMove }: StagePathProps) {
  const t = useTranslations("deal.path");
  const { pipelines } = useDirectory();
  const { ago } = useDates();
  const list = useRef<HTMLOListElement>(null);
  const pipeline = pipelines.find((one) => one.id === card.pipelineId);
  const stages = pipeline?.stages ?? [];
  const current = stages.findIndex((stage) => stage.id === card.stageId);
  const reached = card.outcome === "lost" ? -1 : current;
  const colour = stageColour(stages[current]?.colour ?? "slate");
  useEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [card.stageId, stages.length]);

  return (
    <div>
      <ol ref={list} aria-label={t("label")} className="flex gap-0.5 overflow-x-auto [scrollbar-width:none]">
        {stages.map((stage, index) => {
          const isCurrent = index === current;
          const passed = index <= reached || isCurrent;
          return (
            <li key={stage.id} className="min-w-24 flex-1">
              <button
                type="button"
                disabled={disabled || isCurrent}
                aria-current={isCurrent ? "step" : undefined}
                title={isCurrent ? undefined : t("move", { stage: stage.name })}
                onClick={() => onMove(stage)}
                className={cn(
                  "flex h-8 w-full items-center justify-center gap-1 border-b-3 px-2 text-sm whitespace-nowrap max-md:h-10",
                  passed ? "font-medium text-ink" : "text-ink-muted",
                  isCurrent && "font-semibold",
                  index === 0 && "rounded-l-md",
                  index === stages.length - 1 && "rounded-r-md",
                  !isCurrent && "enabled:hover:bg-ink/10 enabled:hover:text-ink",
                )}
                style={{
                  borderColor: passed ? colour : "transparent",
                  background: isCurrent
                    ? `color-mix(in oklab, ${colour} 24%, var(--raised))`
                    : "color-mix(in oklab, var(--ink) 5%, transparent)",
                }}
              >
                {isCurrent && stage.outcome === "won" && <Check aria-hidden className="size-3.5" />}
                <span className="truncate">{stage.name}</span>
              </button>
            </li>
          );
        })}
      </ol>
      <p className="mt-1.5 text-sm text-ink-muted">
        {t("since", { entity: pipeline?.entity ?? "deal", ago: ago(card.stageEnteredAt) })}
      </p>
    </div>
  );
}
