"use client";

import { useTranslations } from "next-intl";
import { requestIdOf } from "@/components/api/refusal";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useMay } from "@/components/workspace/workspace";
import type { Robot } from "@/server/automation/contract";
import { RobotList } from "./robot-list";
import type { RobotPlace } from "./robot-place";
import { SheetFrame } from "./sheet-frame";
import { usePlaceRobots } from "./use-robots";
import type { RobotSources } from "./use-sources";

type ListViewProps = {
  place: RobotPlace;
  sources: RobotSources;
  onAdd: () => void;
  onEdit: (robot: Robot) => void;
};

/** The sheet's first view: the stage's robots. */
export function ListView({ place, sources, onAdd, onEdit }: ListViewProps) {
  const t = useTranslations("robots.sheet");
  const mayEdit = useMay()("automation.edit");
  const robots = usePlaceRobots(place);
  return <SheetFrame title={t("title", { stage: place.name })}>{body()}</SheetFrame>;

  function body() {
    if (robots.data) {
      const shown = { place, sources, mayEdit, onAdd, onEdit };
      return <RobotList robots={robots.data} {...shown} />;
    }
    if (robots.error)
      return <ErrorState requestId={requestIdOf(robots.error)} onRetry={() => void robots.refetch()} />;
    return <SkeletonRows rows={4} className="pt-2" />;
  }
}
