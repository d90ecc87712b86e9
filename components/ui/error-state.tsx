"use client";

import { RotateCw, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./cn";

type ErrorStateProps = {
  title?: ReactNode;
  text?: ReactNode;
  onRetry?: () => void;
  /** Shown small, so that support can find the request. */
  requestId?: string;
  className?: string;
};

/** Said in place of content that failed to load, with a way to try again. */
export function ErrorState({ title, text, onRetry, requestId, className }: ErrorStateProps) {
  const t = useTranslations("ui.error");
  return (
    <div
      data-slot="error-state"
      role="alert"
      className={cn("mx-auto flex max-w-sm flex-col items-center px-6 py-10 text-center", className)}
    >
      <div
        aria-hidden
        className="mb-3 grid size-11 place-items-center rounded-xl bg-danger-soft text-danger-text"
      >
        <TriangleAlert className="size-5" />
      </div>
      <h3 className="text-lg font-semibold">{title ?? t("title")}</h3>
      <p className="mt-1 text-ink-muted">{text ?? t("text")}</p>
      {onRetry && (
        <Button className="mt-4" onClick={onRetry}>
          <RotateCw />
          {t("retry")}
        </Button>
      )}
      {requestId && <p className="tabular mt-3 text-xs text-ink-faint">{t("request", { id: requestId })}</p>}
    </div>
  );
}
