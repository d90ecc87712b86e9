"use client";

import { Bot } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RobotsSheet } from "@/components/robots/robots-sheet";
import { useStageRobots } from "@/components/robots/use-robots";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { Stage } from "@/server/pipelines/contract";

/** How many robots a stage has; opens them. */
export function StageRobots({ stage }: { stage: Stage }) {
  const t = useTranslations("robots.pipelines");
  const [open, setOpen] = useState(false);
  const count = useStageRobots(stage.pipelineId, stage.id).data?.length ?? 0;
  return (
    <>
      <Button
        variant="ghost"
        size="sm"
        aria-label={t("robotsOf", { stage: stage.name, count })}
        className={cn("tabular justify-start font-normal md:w-14", count > 0 && "text-accent-text")}
        onClick={() => setOpen(true)}
      >
        <Bot />
        {count}
      </Button>
      <RobotsSheet
        stageId={stage.id}
        stageName={stage.name}
        pipelineId={stage.pipelineId}
        open={open}
        onOpenChange={setOpen}
      />
    </>
  );
}
