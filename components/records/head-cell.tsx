"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { ViewSort } from "@/server/views/contract";
import { isNumeric } from "./cell-value";
import type { Columns } from "./columns";

type HeadCellProps = {
  column: Columns[number];
  sort: ViewSort;
  onSort: (sort: ViewSort) => void;
  resizing: boolean;
  /** How far the edge was pulled, in CSS pixels. */
  offset: number;
  onResizeStart: (event: unknown) => void;
};

const textual = ["text", "url", "list", "member"];

/** A column's head: a press sorts, its right edge widens. */
export function HeadCell({ column, sort, onSort, resizing, offset, onResizeStart }: HeadCellProps) {
  const t = useTranslations("records.table");
  const { field, isTitle } = column;
  const active = sort.field === field.key;
  const ascending = sort.direction === "asc";
  // Names start from A, figures and dates from the greatest.
  const first = textual.includes(field.type) ? "asc" : "desc";
  const next = active ? (ascending ? "desc" : "asc") : first;
  return (
    <th
      scope="col"
      aria-sort={active ? (ascending ? "ascending" : "descending") : undefined}
      className={cn(
        "relative h-8 border-b px-2 text-sm font-medium text-ink-muted",
        isNumeric(field) && "text-right",
        isTitle && "bg-surface md:sticky md:left-10 md:z-20",
      )}
    >
      {field.sortable ? (
        <button
          type="button"
          onClick={() => onSort({ field: field.key, direction: next })}
          className={cn(
            "inline-flex h-6 max-w-full items-center gap-1 rounded-sm px-1 hover:text-ink [&_svg]:size-3.5 [&_svg]:shrink-0",
            active && "text-ink",
          )}
        >
          <span className="truncate">{field.label}</span>
          {active && (ascending ? <ArrowUp aria-hidden /> : <ArrowDown aria-hidden />)}
        </button>
      ) : (
        <span className="block truncate px-1">{field.label}</span>
      )}
      <div
        aria-hidden
        title={t("resize")}
        onMouseDown={onResizeStart}
        onTouchStart={onResizeStart}
        className={cn(
          "absolute inset-y-1 -right-1 z-10 w-2 cursor-col-resize touch-none before:absolute before:inset-y-0 before:left-[3px] before:w-px hover:before:bg-line-strong max-md:hidden",
          resizing && "before:w-0.5 before:bg-accent",
        )}
        style={resizing ? { transform: `translateX(${offset}px)` } : undefined}
      />
    </th>
  );
}
