"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { ImportStatus } from "@/server/transfer/contract";

const steps = ["file", "mapping", "check", "run"] as const;

const at: Record<ImportStatus, number> = {
  uploaded: 1,
  checking: 2,
  mapped: 2,
  running: 3,
  failed: 3,
  cancelled: 4,
  done: 4,
  undoing: 4,
  undone: 4,
};

/** How far an import has come. */
export function ImportSteps({ status }: { status: ImportStatus }) {
  const t = useTranslations("transfer.steps");
  const now = at[status];
  return (
    <ol aria-label={t("label")} className="flex flex-wrap items-center gap-x-5 gap-y-1">
      {steps.map((step, place) => (
        <li
          key={step}
          aria-current={place === now ? "step" : undefined}
          className={cn("flex items-center gap-2 text-ink-muted", place <= now && "text-ink")}
        >
          <span
            className={cn(
              "tabular grid size-5 place-items-center rounded-full bg-ink/10 text-xs font-semibold [&_svg]:size-3",
              place === now && "bg-accent text-accent-ink",
              place < now && "bg-accent-soft text-accent-text",
            )}
          >
            {place < now ? <Check aria-hidden /> : place + 1}
          </span>
          {t(step)}
        </li>
      ))}
    </ol>
  );
}
