"use client";

import { Bot } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { placeOfStage } from "@/components/robots/robot-place";
import { RobotsSheet } from "@/components/robots/robots-sheet";
import { usePlaceRobots } from "@/components/robots/use-robots";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { Stage } from "@/server/pipelines/contract";

/** How many robots a stage has; opens them. */
export function StageRobots({ stage }: { stage: Stage }) {
  const t = useTranslations("robots.pipelines");
  const [open, setOpen] = useState(false);
  const place = placeOfStage(stage);
  const count = usePlaceRobots(place).data?.length ?? 0;
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
      <RobotsSheet place={place} open={open} onOpenChange={setOpen} />
    </>
  );
}
