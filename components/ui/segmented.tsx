"use client";

import { ToggleGroup } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./cn";

export type Segment<Value extends string> = { value: Value; label: string; icon?: ReactNode };

type SegmentedProps<Value extends string> = {
  segments: readonly Segment<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  /** What is chosen here, for screen readers. */
  label: string;
  /** Shows icons alone; labels become titles. */
  iconsOnly?: boolean;
  className?: string;
};

/** A switch between two to five views of the same thing; scrolls sideways where it does not fit. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { segments, value, onValueChange, label, iconsOnly, className } = props;
  const change = (next: string) => {
    const segment = segments.find((candidate) => candidate.value === next);
    if (segment) onValueChange(segment.value);
  };
  return (
    <ToggleGroup.Root
      data-slot="segmented"
      type="single"
      value={value}
      onValueChange={change}
      aria-label={label}
      className={cn(
        "inline-flex h-8 max-w-full min-w-0 gap-0.5 overflow-x-auto rounded-md bg-ink/7 p-0.5 [scrollbar-width:none] max-md:h-10",
        className,
      )}
    >
      {segments.map((segment) => (
        <ToggleGroup.Item
          key={segment.value}
          value={segment.value}
          aria-label={segment.label}
          title={iconsOnly ? segment.label : undefined}
          className="inline-flex flex-1 items-center justify-center gap-1.5 rounded-[5px] px-2.5 font-medium whitespace-nowrap text-ink-muted -outline-offset-2 transition-colors hover:text-ink data-[state=on]:bg-surface data-[state=on]:text-ink data-[state=on]:shadow-low dark:data-[state=on]:bg-line [&_svg]:size-4"
        >
          {segment.icon}
          {!iconsOnly && segment.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
