"use client";

import { Pause, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useState } from "react";
import { Button } from "@/components/ui/button";
import { Tooltip } from "@/components/ui/tooltip";

const everyMs = 4000;

type Refresh = { paused: boolean; setPaused: (paused: boolean) => void };

const RefreshContext = createContext<Refresh>({ paused: false, setPaused: () => undefined });

/** Whether the operations pages renew themselves; one switch for all of them. */
export function RefreshProvider({ children }: { children: ReactNode }) {
  const [paused, setPaused] = useState(false);
  return <RefreshContext value={{ paused, setPaused }}>{children}</RefreshContext>;
}

/** Options for queries that renew themselves while the page is looked at. */
export function useRefreshing() {
  const { paused } = use(RefreshContext);
  return { refetchInterval: paused ? (false as const) : everyMs, staleTime: 0 };
}

/** Stops the renewal, to read in peace, and starts it again. */
export function RefreshToggle() {
  const t = useTranslations("ops.refresh");
  const { paused, setPaused } = use(RefreshContext);
  const label = t(paused ? "resume" : "pause");
  return (
    <Tooltip label={label}>
      <Button
        variant="ghost"
        size="sm"
        aria-pressed={paused}
        aria-label={label}
        onClick={() => setPaused(!paused)}
      >
        <span aria-hidden className={paused ? "size-2 rounded-full bg-warn" : "size-2 rounded-full bg-ok"} />
        <span className="max-md:sr-only">{t(paused ? "paused" : "live")}</span>
        {paused ? <Play /> : <Pause />}
      </Button>
    </Tooltip>
  );
}
