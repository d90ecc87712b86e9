"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useDragPart } from "@/components/touch-drag/drag-state";
import { cn } from "@/components/ui/cn";
import { stageColour } from "@/components/ui/stage-colours";
import { useKanban } from "./kanban-context";

type Tab = { id: string; name: string; colour: string; count: number };
type StageTabsProps = { columns: readonly Tab[]; scroller: { current: HTMLDivElement | null } };

/** How long a held card rests on a tab before its stage comes into view, in milliseconds. */
const REST = 400;

/** On a phone: all columns in a row, the one in view marked; a tap goes there, and so does a card held over it. */
export function StageTabs({ columns, scroller }: StageTabsProps) {
  const t = useTranslations("board.kanban");
  const bar = useRef<HTMLElement>(null);
  const current = useColumnInView(scroller, columns);
  const { drag } = useKanban();
  const held = useDragPart(drag, ({ lifted }) => lifted !== null);
  const hovered = useDragPart(drag, ({ over }) => (over?.on === "tab" ? over.columnId : null));
  useEffect(() => {
    // Under a finger that holds a card the tabs keep still, or it would be on another one.
    if (held) return;
    bar.current
      ?.querySelector(`[data-tab="${current}"]`)
      ?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [current, held]);
  const go = (id: string) => {
    const column = scroller.current?.querySelector(`[data-column-id="${id}"]`);
    column?.scrollIntoView({ behavior: "smooth", block: "nearest", inline: "center" });
  };
  const rest = useEffectEvent(go);
  useEffect(() => {
    if (!hovered) return;
    const timer = setTimeout(() => rest(hovered), REST);
    return () => clearTimeout(timer);
  }, [hovered]);
  return (
    <nav
      ref={bar}
      aria-label={t("stages")}
      className="flex shrink-0 gap-1.5 overflow-x-auto px-4 pb-2 [scrollbar-width:none] md:hidden"
    >
      {columns.map((column) => (
        <button
          key={column.id}
          type="button"
          data-tab={column.id}
          aria-current={column.id === current || undefined}
          onClick={() => go(column.id)}
          className={cn(
            "flex h-9 shrink-0 items-center gap-1.5 rounded-full px-3 text-ink-muted",
            column.id === current ? "bg-surface font-semibold text-ink shadow-low" : "bg-ink/5",
            column.id === hovered && "bg-accent-soft text-ink outline-2 outline-accent -outline-offset-2",
          )}
        >
          <span
            aria-hidden
            className="size-2 rounded-full"
            style={{ background: stageColour(column.colour) }}
          />
          {column.name}
          <span className="tabular text-sm text-ink-muted">{column.count}</span>
        </button>
      ))}
    </nav>
  );
}

function useColumnInView(scroller: StageTabsProps["scroller"], columns: readonly Tab[]) {
  const [inView, setInView] = useState<string | null>(null);
  const ids = columns.map((column) => column.id).join(" ");
  useEffect(() => {
    const root = scroller.current;
    if (!root || ids === "") return;
    const observer = new IntersectionObserver(
      (entries) => {
        const seen = entries.find((entry) => entry.isIntersecting)?.target;
        if (seen instanceof HTMLElement) setInView(seen.dataset.columnId ?? null);
      },
      { root, threshold: 0.6 },
    );
    for (const column of root.querySelectorAll("[data-column-id]")) observer.observe(column);
    return () => observer.disconnect();
  }, [scroller, ids]);
  return inView ?? columns[0]?.id;
}
