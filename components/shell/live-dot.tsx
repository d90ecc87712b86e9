"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Tooltip } from "@/components/ui/tooltip";

/** Whether changes of others arrive by themselves; says so in words when they do not. */
export function LiveDot({ state }: { state: "live" | "reconnecting" }) {
  const t = useTranslations("shell.live");
  const live = state === "live";
  return (
    <Tooltip label={t(`${state}Hint`)}>
      <output
        data-slot="live-dot"
        className={cn(
          "inline-flex h-6 items-center gap-1.5 rounded-full px-2 text-sm",
          live ? "text-ink-muted" : "bg-warn-soft text-warn-text",
        )}
      >
        <span
          aria-hidden
          className={cn(
            "size-2 rounded-full",
            live ? "bg-ok" : "animate-pulse bg-warn motion-reduce:animate-none",
          )}
        />
        <span className={cn(live && "sr-only")}>{t(state)}</span>
      </output>
    </Tooltip>
  );
}
