"use client";

import { useFormatter } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

type Figure = { label: ReactNode; value: number; tone?: "ok" | "danger" };

/** A few large numbers side by side; nought is quiet. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  const format = useFormatter();
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      {figures.map(({ label, value, tone }, place) => (
        <div key={place} className="rounded-md bg-sunken px-3 py-2">
          <dt className="text-sm text-ink-muted">{label}</dt>
          <dd
            className={cn(
              "tabular text-xl font-semibold",
              value === 0 && "text-ink-muted",
              value > 0 && tone === "ok" && "text-ok-text",
              value > 0 && tone === "danger" && "text-danger-text",
            )}
          >
            {format.number(value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
