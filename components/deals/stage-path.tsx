"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { stageColour } from "@/components/ui/stage-colours";
import { useDates } from "@/components/workspace/dates";
import { useMay } from "@/components/workspace/workspace";
import type { DealCard } from "@/server/crm/deals/contract";
import { useMove } from "./deal-moves";
import { useDirectory } from "./use-directory";

/** The deal's way through its pipeline; a click moves it there. */
export function StagePath({ deal }: { deal: DealCard }) {
  const t = useTranslations("deal.path");
  const { pipelines } = useDirectory();
  const { ago } = useDates();
  const may = useMay();
  const move = useMove();
  const list = useRef<HTMLOListElement>(null);
  const stages = pipelines.find((pipeline) => pipeline.id === deal.pipelineId)?.stages ?? [];
  const current = stages.findIndex((stage) => stage.id === deal.stageId);
  const reached = deal.outcome === "lost" ? -1 : current;
  const colour = stageColour(stages[current]?.colour ?? "slate");
  useEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [deal.stageId, stages.length]);

  return (
    <div>
      <ol ref={list} aria-label={t("label")} className="flex gap-0.5 overflow-x-auto [scrollbar-width:none]">
        {stages.map((stage, index) => {
          const isCurrent = index === current;
          const passed = index <= reached || isCurrent;
          return (
            <li key={stage.id} className="min-w-24 flex-1 first:*:rounded-l-md last:*:rounded-r-md">
              <button
                type="button"
                disabled={!may("deal.move", deal) || isCurrent}
                aria-current={isCurrent ? "step" : undefined}
                title={isCurrent ? undefined : t("move", { stage: stage.name })}
                onClick={() => move({ deal, stage, afterId: null })}
                className={cn(
                  "flex h-8 w-full items-center justify-center gap-1 border-b-3 px-2 text-sm whitespace-nowrap max-md:h-10",
                  passed ? "font-medium text-ink" : "text-ink-muted",
                  isCurrent && "font-semibold",
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
      <p className="mt-1.5 text-sm text-ink-muted">{t("since", { ago: ago(deal.stageEnteredAt) })}</p>
    </div>
  );
}
