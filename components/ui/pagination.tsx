"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "./button";
import { cn } from "./cn";

type PaginationProps = {
  /** Counted from 1. */
  page: number;
  pageSize: number;
  total: number;
  onPageChange: (page: number) => void;
  className?: string;
};

/** Pages of a list whose total is known. */
export function Pagination({ page, pageSize, total, onPageChange, className }: PaginationProps) {
  const t = useTranslations("ui.pagination");
  const last = Math.max(1, Math.ceil(total / pageSize));
  const from = total === 0 ? 0 : (page - 1) * pageSize + 1;
  return (
    <nav
      data-slot="pagination"
      aria-label={t("label")}
      className={cn("flex items-center justify-end gap-1 text-sm text-ink-muted", className)}
    >
      <span className="tabular mr-2">
        {t("range", { from, to: Math.min(total, page * pageSize), total })}
      </span>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={t("previous")}
        disabled={page <= 1}
        onClick={() => onPageChange(page - 1)}
      >
        <ChevronLeft />
      </Button>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={t("next")}
        disabled={page >= last}
        onClick={() => onPageChange(page + 1)}
      >
        <ChevronRight />
      </Button>
    </nav>
  );
}

/** The foot of a list loaded by a cursor. */
export function LoadMore({
  onLoad,
  pending,
  className,
}: {
  onLoad: () => void;
  pending?: boolean;
  className?: string;
}) {
  const t = useTranslations("ui.pagination");
  return (
    <div className={cn("flex justify-center py-2", className)}>
      <Button variant="ghost" pending={pending} onClick={onLoad}>
        {t("more")}
      </Button>
    </div>
  );
}
