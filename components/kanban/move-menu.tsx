"use client";

import { ArrowDown, ArrowUp, ArrowUpToLine, Check, EllipsisVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { stageColour } from "@/components/ui/stage-colours";
import { useKanban } from "./kanban-context";
import { placeOfStep } from "./place";

type MoveMenuProps = {
  cardId: string;
  columnId: string;
  title: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Where the focus goes back to. */
  onClosed: () => void;
};

/** Everything dragging can do, for fingers and keys. */
export function MoveMenu({ cardId, columnId, title, open, onOpenChange, onClosed }: MoveMenuProps) {
  const t = useTranslations("board.kanban");
  return (
    <DropdownMenu open={open} onOpenChange={onOpenChange}>
      <DropdownMenuTrigger
        // Tab goes from card to card; the menu is `m` away.
        tabIndex={-1}
        aria-label={t("menu", { title })}
        className="absolute top-1 right-1 z-10 grid size-6 place-items-center rounded-md text-ink-faint opacity-0 group-hover/card:opacity-100 hover:bg-ink/7 hover:text-ink focus-visible:opacity-100 data-[state=open]:opacity-100 pointer-coarse:size-9 pointer-coarse:opacity-100 [&_svg]:size-4"
      >
        <EllipsisVertical />
      </DropdownMenuTrigger>
      <DropdownMenuContent
        align="end"
        className="w-56"
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          onClosed();
        }}
      >
        <MoveItems cardId={cardId} columnId={columnId} />
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function MoveItems({ cardId, columnId }: { cardId: string; columnId: string }) {
  const t = useTranslations("board.kanban");
  const { columns, order, move } = useKanban();
  const chosen = useRef(false);
  // Two quick presses of Enter must not move twice.
  const once = (run: () => void) => () => {
    if (chosen.current) return;
    chosen.current = true;
    run();
  };
  const steps: { step: "top" | "up" | "down"; icon: ReactNode }[] = [
    { step: "top", icon: <ArrowUpToLine /> },
    { step: "up", icon: <ArrowUp /> },
    { step: "down", icon: <ArrowDown /> },
  ];
  return (
    <>
      <DropdownMenuLabel>{t("moveTo")}</DropdownMenuLabel>
      {columns.map((column) => (
        <DropdownMenuItem
          key={column.id}
          disabled={column.id === columnId}
          onSelect={once(() => move({ cardId, columnId: column.id, afterId: null }))}
        >
          <span
            aria-hidden
            className="size-2 rounded-full"
            style={{ background: stageColour(column.colour) }}
          />
          <span className="min-w-0 flex-1 truncate">{column.name}</span>
          {column.id === columnId && <Check />}
        </DropdownMenuItem>
      ))}
      <DropdownMenuSeparator />
      {steps.map(({ step, icon }) => {
        const place = placeOfStep(order, cardId, step);
        return (
          <DropdownMenuItem key={step} disabled={!place} onSelect={once(() => place && move(place))}>
            {icon}
            {t(step)}
          </DropdownMenuItem>
        );
      })}
    </>
  );
}
