"use client";

import { ArrowDown, ArrowUp, Copy, MoreHorizontal, Pencil, Trash2 } from "lucide-react";
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
import type { Robot } from "@/server/automation/contract";

type RobotMenuProps = { robot: Robot; onEdit: () => void; onDuplicate: () => void; onRemove: () => void };

/** What can be done with a robot. */
export function RobotMenu({ robot, onEdit, onDuplicate, onRemove }: RobotMenuProps) {
  const t = useTranslations("robots.list");
  const { step, canStep } = useSortable();
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon-sm" aria-label={t("menu", { name: robot.name })}>
          <MoreHorizontal />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuItem onSelect={onEdit}>
          <Pencil />
          {t("edit")}
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={onDuplicate}>
          <Copy />
          {t("duplicate")}
        </DropdownMenuItem>
        <DropdownMenuItem disabled={!canStep(robot.id, "up")} onSelect={() => step(robot.id, "up")}>
          <ArrowUp />
          {t("moveUp")}
        </DropdownMenuItem>
        <DropdownMenuItem disabled={!canStep(robot.id, "down")} onSelect={() => step(robot.id, "down")}>
          <ArrowDown />
          {t("moveDown")}
        </DropdownMenuItem>
        <DropdownMenuSeparator />
        <DropdownMenuItem variant="danger" onSelect={onRemove}>
          <Trash2 />
          {t("remove")}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
