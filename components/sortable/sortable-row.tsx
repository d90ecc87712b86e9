"use client";

import { GripVertical } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { useDragPart } from "@/components/touch-drag/drag-state";
import { cn } from "@/components/ui/cn";
import { useSortable } from "./sortable-list";
import { useRowDrag } from "./use-row-drag";

type SortableRowProps = {
  id: string;
  /** The handle's name: what is moved, and by which keys. */
  handleLabel: string;
  disabled?: boolean;
  /** The row it moves with: while that one is held, this one is shown as held as well. */
  heldWith?: string | undefined;
  className?: string;
  /** Everything beside the handle. */
  children: ReactNode;
};

/** A row of a `SortableList` with its handle at the left. */
export function SortableRow({ id, handleLabel, disabled, heldWith, className, children }: SortableRowProps) {
  const row = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const { step, drag } = useSortable();
  const { held, edge } = useRowDrag(id, row, handle, disabled ?? false);
  const withAnother = useDragPart(drag, ({ lifted }) => lifted !== null && lifted === heldWith);

  const stepBy = (direction: "up" | "down") => {
    step(id, direction);
    // React may move this very row in the document, which drops the focus.
    requestAnimationFrame(() => handle.current?.focus());
  };
  return (
    <li
      ref={row}
      data-slot="sortable-row"
      data-row-id={id}
      className={cn("relative", (held || withAnother) && "opacity-40", className)}
    >
      {!disabled && (
        <button
          ref={handle}
          type="button"
          data-slot="sortable-handle"
          aria-label={handleLabel}
          title={handleLabel}
          onKeyDown={(event) => {
            if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
            event.preventDefault();
            stepBy(event.key === "ArrowUp" ? "up" : "down");
          }}
          className="grid h-8 w-5 shrink-0 cursor-grab! touch-none place-items-center rounded-sm text-ink-faint hover:bg-ink/7 hover:text-ink max-md:h-10 max-md:w-6"
        >
          <GripVertical className="size-4" />
        </button>
      )}
      {children}
      {edge && (
        <div
          aria-hidden
          className={cn(
            "pointer-events-none absolute inset-x-0 z-10 h-0.5 rounded-full bg-accent",
            edge === "top" ? "-top-px" : "-bottom-px",
          )}
        />
      )}
    </li>
  );
}
