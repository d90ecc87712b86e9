"use client";

import { useTranslations } from "next-intl";
import { SortableRow } from "@/components/sortable/sortable-row";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { Switch } from "@/components/ui/switch";
import type { Robot } from "@/server/automation/contract";
import { ActionIcon } from "./action-icon";
import { draftOf } from "./robot-draft";
import { RobotMenu } from "./robot-menu";
import { useRobotWords } from "./use-robot-words";
import type { RobotSources } from "./use-sources";

type RobotCardProps = {
  robot: Robot;
  sources: RobotSources;
  mayEdit: boolean;
  onEdit: () => void;
  onToggle: (enabled: boolean) => void;
  onDuplicate: () => void;
  onRemove: () => void;
};

const face = "flex min-w-0 flex-1 items-start gap-2.5 rounded-md p-1 text-left";

/** A robot in words; the whole card opens its editor. */
export function RobotCard(props: RobotCardProps) {
  const { robot, sources, mayEdit, onEdit, onToggle, onDuplicate, onRemove } = props;
  const t = useTranslations("robots.list");
  const words = useRobotWords(sources, robot.condition);
  const icon = sources.actions.find((action) => action.type === robot.actionType)?.icon;
  const inWords = (
    <>
      <ActionIcon icon={icon} />
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-2">
          <span className="font-semibold wrap-anywhere">{robot.name}</span>
          {robot.runMode === "parallel" && <Badge>{t("parallel")}</Badge>}
          {!robot.enabled && <Badge tone="warn">{t("off")}</Badge>}
        </span>
        <span className="mt-0.5 block text-ink-muted wrap-anywhere">{words.sentence(draftOf(robot))}</span>
      </span>
    </>
  );
  return (
    <SortableRow
      id={robot.id}
      disabled={!mayEdit}
      handleLabel={t("move", { name: robot.name })}
      className="flex items-start gap-1 rounded-lg bg-surface py-2 pr-2 pl-1 shadow-low dark:bg-bg"
    >
      {mayEdit ? (
        <button
          type="button"
          onClick={onEdit}
          aria-label={t("open", { name: robot.name })}
          className={cn(face, "hover:bg-ink/4", !robot.enabled && "opacity-55")}
        >
          {inWords}
        </button>
      ) : (
        <div className={face}>{inWords}</div>
      )}
      {mayEdit && (
        <>
          <Switch
            className="mt-1.5"
            checked={robot.enabled}
            onCheckedChange={onToggle}
            aria-label={t("enable", { name: robot.name })}
          />
          <RobotMenu robot={robot} onEdit={onEdit} onDuplicate={onDuplicate} onRemove={onRemove} />
        </>
      )}
    </SortableRow>
  );
}
