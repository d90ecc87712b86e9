"use client";

import { Check, Minus } from "lucide-react";
import { Checkbox as Primitive } from "radix-ui";
import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "./cn";

type CheckboxProps = ComponentProps<typeof Primitive.Root> & { label?: ReactNode };

/** A checkbox, with a clickable label when given one; `checked="indeterminate"` shows a dash. */
export function Checkbox({ className, label, id, ...props }: CheckboxProps) {
  const generated = useId();
  const inputId = id ?? generated;
  const box = (
    <Primitive.Root
      data-slot="checkbox"
      id={inputId}
      className={cn(
        "group grid size-4 shrink-0 place-items-center rounded-sm border border-line-strong bg-surface text-accent-ink transition-colors hover:border-accent disabled:cursor-not-allowed disabled:opacity-50 aria-invalid:border-danger data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent max-md:size-5",
        className,
      )}
      {...props}
    >
      <Primitive.Indicator>
        <Check className="hidden size-3 stroke-3 group-data-[state=checked]:block" />
        <Minus className="hidden size-3 stroke-3 group-data-[state=indeterminate]:block" />
      </Primitive.Indicator>
    </Primitive.Root>
  );
  if (!label) return box;
  return (
    <div className="flex items-center gap-2 max-md:min-h-10">
      {box}
      <label htmlFor={inputId} className={cn(props.disabled && "opacity-50")}>
        {label}
      </label>
    </div>
  );
}
