"use client";

import { Bot, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { movedAfter } from "@/components/sortable/order";
import { SortableList } from "@/components/sortable/sortable-list";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Robot } from "@/server/automation/contract";
import { RobotCard } from "./robot-card";
import type { RobotPlace } from "./robot-place";
import { useRobotActions } from "./use-robots";
import type { RobotSources } from "./use-sources";

type RobotListProps = {
  place: RobotPlace;
  robots: readonly Robot[];
  sources: RobotSources;
  mayEdit: boolean;
  onAdd: () => void;
  onEdit: (robot: Robot) => void;
};

/** A place's robots in the order they act. */
export function RobotList({ place, robots, sources, mayEdit, onAdd, onEdit }: RobotListProps) {
  const t = useTranslations("robots.list");
  const actions = useRobotActions(place);
  const ids = useMemo(() => robots.map((robot) => robot.id), [robots]);
  const nameOf = (id: string) => robots.find((robot) => robot.id === id)?.name ?? "";
  const add = mayEdit && (
    <Button variant={robots.length === 0 ? "primary" : "secondary"} onClick={onAdd}>
      <Plus />
      {t("add")}
    </Button>
  );
  if (robots.length === 0) {
    return (
      <EmptyState
        icon={<Bot />}
        title={t("emptyTitle", { entity: sources.entity })}
        text={t("emptyText")}
        action={add}
      />
    );
  }
  return (
    <div className="flex flex-col gap-3 pt-1">
      <SortableList
        ids={ids}
        onMove={(id, afterId) => void actions.reorder(movedAfter(robots, id, afterId))}
        announcement={(id, at) => t("announce", { name: nameOf(id), place: at, total: ids.length })}
        label={t("label", { stage: place.name, entity: sources.entity })}
        className="flex flex-col gap-2"
      >
        {robots.map((robot) => (
          <RobotCard
            key={robot.id}
            robot={robot}
            sources={sources}
            mayEdit={mayEdit}
            onEdit={() => onEdit(robot)}
            onToggle={(enabled) => void actions.toggle(robot, enabled)}
            onDuplicate={() => void actions.duplicate(robot, robots)}
            onRemove={() => void actions.remove(robot)}
          />
        ))}
      </SortableList>
      <div>{add}</div>
      <p className="text-sm text-ink-muted">{t("hint", { entity: sources.entity })}</p>
    </div>
  );
}
