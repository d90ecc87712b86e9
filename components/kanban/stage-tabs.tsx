"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import { stageColour } from "@/components/ui/stage-colours";

type Tab = { id: string; name: string; colour: string; count: number };
type StageTabsProps = { columns: readonly Tab[]; scroller: { current: HTMLDivElement | null } };

/** On a phone: all columns in a row, the one in view marked; a tap goes there. */
export function StageTabs({ columns, scroller }: StageTabsProps) {
  const t = useTranslations("board.kanban");
  const bar = useRef<HTMLElement>(null);
  const current = useColumnInView(scroller, columns);
  useEffect(() => {
    bar.current
      ?.querySelector(`[data-tab="${current}"]`)
      ?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [current]);
  const go = (id: string) => {
    const column = scroller.current?.querySelector(`[data-column-id="${id}"]`);
    column?.scrollIntoView({ behavior: "smooth", block: "nearest", inline: "center" });
  };
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
