"use client";

import { ArrowDown, ArrowUp, ArrowUpToLine, Check, EllipsisVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { stageColour } from "@/components/ui/stage-colours";
import { useKanbanPlaces } from "./kanban-context";
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

/** Everything dragging can do, for fingers and keys. A board has many cards: a menu is made once it is opened. */
export function MoveMenu(props: MoveMenuProps) {
  const { title, open, onOpenChange } = props;
  const [made, setMade] = useState(false);
  if (open && !made) setMade(true);
  const t = useTranslations("board.kanban");
  const button = {
    // Tab goes from card to card; the menu is `m` away.
    tabIndex: -1,
    "aria-label": t("menu", { title }),
    className:
      "absolute top-1 right-1 z-10 grid size-6 place-items-center rounded-md text-transparent group-hover/card:text-ink-faint hover:bg-ink/7 hover:text-ink! focus-visible:text-ink-faint data-[state=open]:text-ink-faint pointer-coarse:size-9 pointer-coarse:text-ink-faint [&_svg]:size-4",
    children: <EllipsisVertical />,
  };
  if (made) return <OpenedMenu {...props} trigger={<DropdownMenuTrigger {...button} />} />;
  return <button type="button" aria-haspopup="menu" onClick={() => onOpenChange(true)} {...button} />;
}

function OpenedMenu({
  cardId,
  columnId,
  open,
  onOpenChange,
  onClosed,
  trigger,
}: MoveMenuProps & { trigger: ReactNode }) {
  return (
    <DropdownMenu open={open} onOpenChange={onOpenChange}>
      {trigger}
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
  const { columns, move } = useKanbanPlaces();
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
        const place = placeOfStep(columns, cardId, step);
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
