"use client";

import { Progress as Primitive } from "radix-ui";
import { cn } from "./cn";

type ProgressProps = { value: number; max?: number; label: string; className?: string };

/** How much of something is done; `label` is for screen readers. */
export function Progress({ value, max = 100, label, className }: ProgressProps) {
  const share = Math.min(100, Math.max(0, (value / max) * 100));
  return (
    <Primitive.Root
      data-slot="progress"
      value={Math.min(value, max)}
      max={max}
      aria-label={label}
      className={cn("h-1.5 w-full overflow-hidden rounded-full bg-ink/10", className)}
    >
      <Primitive.Indicator
        className="h-full rounded-full bg-accent transition-[width] duration-300"
        style={{ width: `${share}%` }}
      />
    </Primitive.Root>
  );
}
