"use client";

import { ArrowDown, ArrowUp, MoreHorizontal, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSortable } from "@/components/sortable/sortable-list";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { Stage } from "@/server/pipelines/contract";

type StageMenuProps = { stage: Stage; onAddAfter: () => void; onRemove: () => void };

/** What else can be done with a stage. */
export function StageMenu({ stage, onAddAfter, onRemove }: StageMenuProps) {
  const t = useTranslations("robots.pipelines");
  const { step, canStep } = useSortable();
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon-sm" aria-label={t("stageMenu", { stage: stage.name })}>
          <MoreHorizontal />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuItem disabled={!canStep(stage.id, "up")} onSelect={() => step(stage.id, "up")}>
          <ArrowUp />
          {t("moveUp")}
        </DropdownMenuItem>
        <DropdownMenuItem disabled={!canStep(stage.id, "down")} onSelect={() => step(stage.id, "down")}>
          <ArrowDown />
          {t("moveDown")}
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={onAddAfter}>
          <Plus />
          {t("addAfter")}
        </DropdownMenuItem>
        <DropdownMenuSeparator />
        <DropdownMenuItem variant="danger" onSelect={onRemove}>
          <Trash2 />
          {t("removeStage")}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
